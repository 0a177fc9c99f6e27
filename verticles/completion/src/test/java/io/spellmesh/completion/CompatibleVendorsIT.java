package io.spellmesh.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Text;
import io.spellmesh.testkit.LoopbackModels;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vendors that speak OpenAI's format, each under its own name. */
class CompatibleVendorsIT {
  private final UUID ann = UUID.randomUUID();

  @ParameterizedTest
  @CsvSource({"ai21,jamba-mini,/v1/chat/completions", "ollama,llama3.2,/v1/completions",
      "huggingface,meta-llama/Llama-3.1-8B-Instruct,/v1/chat/completions"})
  void aVendorThatIsSetUpAnswersByItsUsualModelAndByThoseThatBearItsName(String vendor, String usual, String path) {
    try (LoopbackModels models = LoopbackModels.start();
        TestMember member = TestMember.start(Map.of("completion." + vendor + ".base-url", models.url(),
            "completion." + vendor + ".api-key", "key-of-the-operator"))) {
      member.deploy(new CompletionVerticle(member.member()));
      models.says("well");

      Completed first = complete(member, Optional.empty());
      Completed second = complete(member, Optional.of(vendor + "/other"));

      assertEquals(List.of(vendor + " " + usual, vendor + " other"), List.of(
          first.provider() + " " + first.model(), second.provider() + " " + second.model()));
      assertEquals(List.of(path, path), models.asked().stream().map(LoopbackModels.Asked::path).toList());
      assertEquals(Optional.of("key-of-the-operator"), models.asked().getFirst().key());
    }
  }

  @Test
  void embeddingsAreMadeByAVendorThatMakesThem() {
    try (LoopbackModels models = LoopbackModels.start();
        TestMember member = TestMember.start(Map.of("completion.ollama.base-url", models.url(),
            "completion.anthropic.api-key", "sk-ant-0123456789abcdef"))) {
      member.deploy(new CompletionVerticle(member.member()));

      assertEquals("ollama", Waiting.await(member.ask(ann, Completions.EMBEDDINGS,
          new Embed(List.of("a"), Optional.empty()))).provider());
      assertEquals("nomic-embed-text", models.asked().getFirst().body().get("model").textValue());
    }
  }

  @ParameterizedTest
  @CsvSource({"404,model 'x' not found", "400,x is not a valid model ID"})
  void modelsThatOlderSpellsNameAreAnsweredByTheUsualOneOfAServerThatDoesNotKnowThem(int status, String words) {
    try (LoopbackModels models = LoopbackModels.start();
        TestMember member = TestMember.start(Map.of("completion.ollama.base-url", models.url()))) {
      member.deploy(new CompletionVerticle(member.member()));
      models.answers((asked, response) -> {
        if (asked.body().path("model").textValue().equals("llama3.2")) {
          LoopbackModels.say("well", asked, response);
        } else {
          LoopbackModels.json(status, LoopbackModels.error(words), response);
        }
      });

      assertEquals("llama3.2", complete(member, Optional.of("text-davinci-003")).model());
      assertEquals("llama3.2", complete(member, Optional.of("gpt-3.5-turbo")).model());
      assertEquals(FailureCode.UNPROCESSABLE, assertThrows(Failure.class,
          () -> complete(member, Optional.of("ollama/llama33"))).code());
    }
  }

  private Completed complete(TestMember member, Optional<String> model) {
    return Waiting.await(member.ask(ann, Completions.TEXT.operation(), new Text("Hi", Optional.of(new Sampling(model,
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty())))));
  }
}
