package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class TypeChatTest {
  @Test
  void givesTheObjectThatTheModelMadeOfTheInput() {
    Answering model = Answering.saying("Here you are:\n```json\n{\"city\": \"Rome\"}\n```");

    assertEquals("{'result':{'city':'Rome'}}", trial(model).outputsOfRun());
    assertEquals("I want to go to Rome", model.chat().messages().get(1).content());
    String rule = model.chat().messages().get(0).content();
    assertTrue(rule.contains("interface Trip { city: string }") && rule.contains("\"Trip\""), rule);
  }

  @Test
  void failsOnWhatIsNoJsonObject() {
    assertTrue(trial(Answering.saying("I do not know")).failure().startsWith("the model's answer is no JSON"));
    assertTrue(trial(Answering.saying("[1]")).failure().startsWith("the model's answer is no JSON object"));
  }

  private static Trial trial(Answering model) {
    return Trial.of(new TypeChat()).in(model).given("input", "'I want to go to Rome'")
        .given("schema", "'interface Trip { city: string }'").given("responseType", "'Trip'");
  }
}
