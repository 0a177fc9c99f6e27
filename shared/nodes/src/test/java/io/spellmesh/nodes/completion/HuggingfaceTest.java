package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.huggingface.HuggingFace.Inference;
import io.spellmesh.contract.huggingface.HuggingFace.Inferred;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.nodes.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HuggingfaceTest {

  /** The room, as a node sees it. */
  private record Hub(JsonNode answer, List<Inference> asked) implements Capabilities {
    @Override
    public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
      asked.add((Inference) question);
      return CompletableFuture.completedFuture(operation.answer().cast(new Inferred(answer)));
    }

    @Override
    public <Q, A> CompletableFuture<A> stream(StreamingOperation<Q, A> operation, Q question,
        Consumer<String> pieces) {
      throw new AssertionError("the hub does not stream");
    }
  }

  @Test
  void asksWithTheTextItFilledInAndGivesTheTextAlone() {
    Hub hub = answering("[{'generated_text':'hello world'}]");

    assertEquals("{'result':'hello world'}", Trial.of(new Huggingface()).in(hub)
        .set("{'modelName':'gpt-2','request':'{{prompt}}'}").given("prompt", "'hello'").outputsOfRun());
    assertEquals("\"hello\" gpt-2", hub.asked().getFirst().inputs() + " " + hub.asked().getFirst().model());
  }

  @Test
  void jsonWithInputsGoesAsItIs() {
    Hub hub = answering("[[{'label':'sad','score':0.9}]]");

    assertEquals("{'result':[[{'label':'sad','score':0.9}]]}", Trial.of(new Huggingface()).in(hub)
        .set("modelName", "a/b").set("request", "{\"inputs\": [\"x\"], \"parameters\": {\"top_k\": 1}}").outputsOfRun());
    assertEquals("[\"x\"]", hub.asked().getFirst().inputs().toString());
    assertEquals("{\"top_k\":1}", hub.asked().getFirst().parameters().orElseThrow().toString());
  }

  @Test
  void saysWhatIsWrongWithTheModelsName() {
    assertTrue(Trial.of(new Huggingface()).in(answering("[]")).set("modelName", "../admin").failure()
        .startsWith("model is '../admin'"));
  }

  private static Hub answering(String json) {
    return new Hub(Trial.json(json), new ArrayList<>());
  }
}
