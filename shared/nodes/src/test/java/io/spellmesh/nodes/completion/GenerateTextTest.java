package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.nodes.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerateTextTest {
  @Test
  void putsTogetherAConversation() {
    Answering model = Answering.saying("All is well");
    Trial trial = Trial.of(new GenerateText()).in(model).set("model", "gpt-4").given("system", "'Be kind.'")
        .given("conversation", "[{'content':'Hi','sender':'Ann','observer':'Eve'},"
            + "{'content':'Hello Ann','sender':'Eve','observer':'Eve'},{'role':'assistant','content':'So?'},'Well',"
            + "{'content':''}]")
        .given("input", "'How are you?'");

    assertEquals("{'result':'All is well'}", trial.outputsOfRun());
    assertEquals(List.of(new Message(Role.SYSTEM, "Be kind."), new Message(Role.USER, "Hi"),
        new Message(Role.ASSISTANT, "Hello Ann"), new Message(Role.ASSISTANT, "So?"),
        new Message(Role.USER, "Well"), new Message(Role.USER, "How are you?")), model.chat().messages());
    assertEquals(List.of("result: All ", "result: is ", "result: well"), trial.pieces());
  }

  @Test
  void aModelOfTextsContinuesTheInput() {
    Answering model = Answering.saying("x");
    Trial.of(new GenerateText()).in(model).set("model", "text-davinci-003").given("input", "'once'").run();

    assertEquals("once", model.text().prompt());
  }

  @Test
  void givesACallOfTheFunctionAsJson() {
    Answering model = Answering.calling("weather", "{}");

    assertEquals("{'result':'{\\'name\\':\\'weather\\',\\'arguments\\':\\'{}\\'}'}",
        Trial.of(new GenerateText()).in(model).given("input", "'Rome?'")
            .given("function", "'{\\'name\\':\\'weather\\'}'").outputsOfRun());
    assertEquals("{\"name\":\"weather\"}", model.chat().function().orElseThrow().toString());
  }

  @Test
  void saysWhatItNeeds() {
    assertTrue(Trial.of(new GenerateText()).in(Answering.saying("x")).failure().contains("'input'"));
    assertTrue(Trial.of(new GenerateText()).in(Answering.saying("x")).given("input", "'a'").given("function", "'x'")
        .failure().startsWith("input 'function': what came is no JSON"));
    assertEquals("function has no name", Trial.of(new GenerateText()).in(Answering.saying("x"))
        .given("input", "'a'").given("function", "{}").failure());
  }
}
