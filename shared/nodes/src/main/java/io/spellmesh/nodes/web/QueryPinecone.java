package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;

/** Asks an index of Pinecone. @see <a href="https://docs.pinecone.io/reference/api/data-plane/query">the API</a> */
public final class QueryPinecone implements NodeType {
  static final Input<JsonNode> EMBEDDING = Input.any("embedding").of(SocketType.ARRAY);
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.of("result", SocketType.ARRAY);
  static final Output ERROR = Output.text("error");
  static final Control.Text ENVIRONMENT = new Control.Text("environment", "Environment (of old)", "");
  static final Control.Text INDEX = new Control.Text("index", "Index (of old)", "");
  static final Control.Number COUNT = new Control.Number("max_count", "Matches", 10, 1, 1000);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("query-pinecone", "Query Pinecone").group("Web")
        .help("Gives what lies nearest to an embedding in the index of Pinecone that is set up here.")
        .in(EMBEDDING, TRIGGER).out(DONE, RESULT, ERROR).control(ENVIRONMENT, INDEX, COUNT)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    ObjectNode query = JsonNodeFactory.instance.objectNode().put("topK", (int) run.control(COUNT))
        .put("includeMetadata", true);
    query.set("vector", Values.list(run.need(EMBEDDING)));
    JsonNode found = Answers.json(run.http(HttpAsk.to("POST", "/query").with(query).by("pinecone")));
    return Result.of(RESULT, found.path("matches").deepCopy());
  }
}
