package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class ObjectToJsonTest {
  @Test
  void writesAnyValueAsJson() {
    assertEquals(TextNode.valueOf("{\"a\":[1,\"ä\"]}"),
        Trial.of(new ObjectToJson()).given("input", "{'a':[1,'ä']}").run().outputs().get("output"));
    assertEquals(TextNode.valueOf("{\n  \"a\" : 1\n}"),
        Trial.of(new ObjectToJson()).set("{'indent':true}").given("input", "{'a':1}").run()
            .outputs().get("output"));
    assertEquals(Result.nothing(), Trial.of(new ObjectToJson()).run());
  }
}
