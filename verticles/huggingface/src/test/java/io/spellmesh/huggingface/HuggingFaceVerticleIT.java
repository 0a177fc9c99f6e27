package io.spellmesh.huggingface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.huggingface.HuggingFace;
import io.spellmesh.contract.huggingface.HuggingFace.Inference;
import io.spellmesh.testkit.LoopbackModels;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The room between the bus and a server that answers as the hub's does. */
class HuggingFaceVerticleIT {
  private static final String KEY = "hf_abcdefgh";

  @AutoClose
  private final LoopbackModels models = LoopbackModels.start();
  @AutoClose
  private final TestMember member = TestMember.start(Map.of(
      "huggingface.base-url", models.url(), "huggingface.api-key", KEY, "huggingface.patience", "2s"));

  HuggingFaceVerticleIT() {
    member.deploy(new HuggingFaceVerticle(member.member()));
  }

  @Test
  void asksTheModelByItsNameAndGivesWhatItAnswers() {
    models.answers((asked, response) ->
        LoopbackModels.json(200, json("[{\"generated_text\":\"hello world\"}]"), response));

    JsonNode result = Waiting.await(infer(new Inference(TextNode.valueOf("hello"), "google/flan-t5-small",
        Optional.of((ObjectNode) json("{\"max_length\":9}")), Optional.of((ObjectNode) json("{\"use_cache\":true}")))));

    assertEquals(json("[{\"generated_text\":\"hello world\"}]"), result);
    LoopbackModels.Asked asked = models.asked().getFirst();
    assertEquals("/v1/models/google/flan-t5-small", asked.path());
    assertEquals(Optional.of(KEY), asked.key());
    assertEquals("{\"inputs\":\"hello\",\"parameters\":{\"max_length\":9},"
        + "\"options\":{\"use_cache\":true,\"wait_for_model\":true}}", asked.body().toString());
  }

  @ParameterizedTest
  @CsvSource({"400,UNPROCESSABLE", "404,UNPROCESSABLE", "401,PROVIDER_FAILED", "429,TOO_MANY", "503,PROVIDER_FAILED"})
  void aRefusalIsToldInTheServersWordsAndNeverWithTheKey(int status, FailureCode code) {
    models.answers((asked, response) ->
        LoopbackModels.json(status, json("{\"error\":\"no such model for " + KEY + "\"}"), response));

    Failure failure = Waiting.failureOf(infer(hello()));

    assertEquals(code, failure.code());
    assertEquals("Hugging Face answered " + status + ": no such model for ***", failure.getMessage());
  }

  @Test
  void whatIsNoJsonAndWhatDoesNotComeAreTheServersMistakes() {
    models.answers((asked, response) -> response.end("<html>"));
    assertEquals(FailureCode.PROVIDER_FAILED, Waiting.failureOf(infer(hello())).code());

    models.answers((asked, response) -> { });
    assertEquals(FailureCode.TIMED_OUT, Waiting.failureOf(infer(hello())).code());

    models.close();
    assertEquals(FailureCode.PROVIDER_FAILED, Waiting.failureOf(infer(hello())).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../admin", "a/b/c", "a?x=1", "a b", "/a", "a/", "a/../b"})
  void aModelsNameIsNoPath(String model) {
    assertThrows(IllegalArgumentException.class, () ->
        new Inference(TextNode.valueOf("hello"), model, Optional.empty(), Optional.empty()));
  }

  @Test
  void withoutAServerItSaysWhatToConfigure() {
    try (TestMember bare = TestMember.start()) {
      bare.deploy(new HuggingFaceVerticle(bare.member()));

      Failure failure = Waiting.failureOf(bare.ask(UUID.randomUUID(), HuggingFace.INFER, hello()));

      assertEquals(FailureCode.UNPROCESSABLE, failure.code());
      assertTrue(failure.getMessage().contains("huggingface.api-key"), failure.getMessage());
    }
  }

  private static Inference hello() {
    return new Inference(TextNode.valueOf("hello"), "gpt2", Optional.empty(), Optional.empty());
  }

  private Future<JsonNode> infer(Inference question) {
    return member.ask(UUID.randomUUID(), HuggingFace.INFER, question).map(HuggingFace.Inferred::result);
  }

  private static JsonNode json(String text) {
    return Wire.read(text, JsonNode.class);
  }
}
