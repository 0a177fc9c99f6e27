package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  @Test
  void fillsThePromptAndGivesTheAnswerAloneAndBehindIt() {
    Answering model = Answering.saying(" and well");
    Trial trial = Trial.of(new Generator()).in(model).set("fewshot", "Q: {{q}}").given("q", "'how?'");

    assertEquals("{'result':' and well','composed':'Q: how? and well'}", trial.outputsOfRun());
    assertEquals("Q: how?", model.text().prompt());
    assertEquals(List.of("result:  ", "result: and ", "result: well"), trial.pieces());
    assertEquals(List.of(), trial.lines());
  }

  @Test
  void readsTheSettingsOfFilesOfEveryYear() {
    Answering model = Answering.saying("x");
    Trial.of(new Generator()).in(model).set("{'modelName':'text-ada-001','temp':'0.8','temperature':'0.3',"
        + "'max_tokens':'50','stop':'###, \\\\n','frequency_penalty':''}").run();

    assertEquals(new Sampling(Optional.of("text-ada-001"), Optional.of(0.8), Optional.of(50), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(List.of("###", "\n"))),
        model.text().sampling().orElseThrow());
  }

  @Test
  void settingsAtTheSocketWinOverTheCard() {
    Answering model = Answering.saying("x");
    Trial.of(new Generator()).in(model).set("{'maxTokens':7}")
        .given("settings", "{'model':'m','temp':0.1,'maxTokens':8}").run();

    Sampling sampling = model.text().sampling().orElseThrow();
    assertEquals(Optional.of("m"), sampling.model());
    assertEquals(Optional.of(0.1), sampling.temperature());
    assertEquals(Optional.of(8), sampling.maxTokens());
  }

  @Test
  void saysWhichSettingIsWrong() {
    assertEquals("temperature is 3.0, must be 0 to 2", failure("{'temp':3}"));
    assertTrue(failure("{'max_tokens':'many'}").startsWith("max_tokens got"), failure("{'max_tokens':'many'}"));
  }

  @Test
  void saysThatNoModelAnswered() {
    Trial trial = Trial.of(new Generator()).in(Answering.offline("Please go on."));
    trial.run();

    assertTrue(trial.lines().getFirst().startsWith("warn: no language model"), trial.lines().toString());
  }

  private static String failure(String data) {
    return Trial.of(new Generator()).in(Answering.saying("x")).set(data).failure();
  }
}
