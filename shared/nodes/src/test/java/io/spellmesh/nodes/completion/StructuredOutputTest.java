package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Usage;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StructuredOutputTest {
  private static final String SCHEMA = "{'type':'object','required':['city'],'properties':{'city':{'type':'string'},"
      + "'days':{'type':'integer','minimum':1}}}";

  private final Replying model = new Replying(Capabilities.NONE);

  private Trial trial() {
    return Trial.of(new StructuredOutput()).in(model).given("schema", SCHEMA).given("input", "'Rome, a week'");
  }

  @Test
  void givesWhatFitsAndBindsTheModelToTheSchema() {
    model.says("Here:\n```json\n{\"city\":\"Rome\",\"days\":7}\n```");

    assertEquals("{'result':{'city':'Rome','days':7}}", trial().given("system", "'Plan trips.'").outputsOfRun());
    Chat asked = model.asked().getFirst();
    assertEquals(Trial.json(SCHEMA), asked.schema().orElseThrow());
    assertTrue(asked.messages().getFirst().content().startsWith("Plan trips.\n\nAnswer with JSON that fits"),
        asked.messages().toString());
    assertTrue(asked.messages().getFirst().content().contains("\"minimum\":1"), asked.messages().toString());
    assertEquals(new Message(Role.USER, "Rome, a week"), asked.messages().getLast());
  }

  @Test
  void sendsAnAnswerBackOnceWithItsMistakes() {
    model.says("{\"days\":0}").says("{\"city\":\"Rome\"}");
    Trial trial = trial();

    assertEquals("{'result':{'city':'Rome'}}", trial.outputsOfRun());
    List<Message> again = model.asked().get(1).messages();
    assertEquals(new Message(Role.ASSISTANT, "{\"days\":0}"), again.get(again.size() - 2));
    assertTrue(again.getLast().content().contains("city") && again.getLast().content().contains("days"),
        again.getLast().content());
    assertTrue(trial.lines().getFirst().startsWith("warn: the answer does not fit the schema"),
        trial.lines().toString());
  }

  @Test
  void saysOfEveryAnswerWhatItTook() {
    model.says("{}", new Usage(100, 1), Optional.of(0.25))
        .says("{\"city\":\"Rome\"}", new Usage(200, 20), Optional.empty());
    Trial trial = trial();
    trial.run();

    assertEquals(List.of(new RunEvent.Usage("m", 100, 1, Optional.of(0.25)),
        new RunEvent.Usage("m", 200, 20, Optional.empty())), trial.used());
  }

  @Test
  void failsWithTheMistakesOfTheSecond() {
    model.says("I do not know").says("{\"city\":3}");

    String failure = trial().failure();

    assertTrue(failure.startsWith("the model's answer does not fit the schema, nor did the one before: ")
        && failure.contains("city"), failure);
    assertEquals(2, model.asked().size());
  }

  @Test
  void aSchemaMayBeOnTheCardAndOfAnyType() {
    model.says("[1,2]");

    assertEquals("{'result':[1,2]}", Trial.of(new StructuredOutput()).in(model).given("input", "'count'")
        .set("schema", "{\"type\":\"array\"}").outputsOfRun());
  }

  @Test
  void saysWhatItNeeds() {
    assertTrue(Trial.of(new StructuredOutput()).in(model).failure().startsWith("input 'input': needs a value here"));
    model.says("{}");
    assertTrue(Trial.of(new StructuredOutput()).in(model).given("input", "'a'").given("schema", "'nothing'").failure()
        .startsWith("input 'schema': got text that is not JSON"));
  }
}
