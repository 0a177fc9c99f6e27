package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class JsonToObjectTest {
  @Test
  void readsJsonText() {
    assertEquals("{'output':{'a':[1]}}", Trial.of(new JsonToObject())
        .value("input", TextNode.valueOf("{\"a\":[1]}")).outputsOfRun());
  }

  @Test
  void passesOnWhatIsReadAlready() {
    assertEquals("{'output':{'a':1}}", Trial.of(new JsonToObject()).given("input", "{'a':1}").outputsOfRun());
    assertEquals(Result.nothing(), Trial.of(new JsonToObject()).run());
  }

  @Test
  void failsOnWhatIsNoJson() {
    assertTrue(Trial.of(new JsonToObject()).given("input", "'hello'").failure()
        .startsWith("input 'input': got text that is not JSON"));
  }
}
