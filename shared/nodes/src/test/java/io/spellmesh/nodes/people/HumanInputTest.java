package io.spellmesh.nodes.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Waiting;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class HumanInputTest {
  private static Result asks(String question) {
    return Result.waiting(new Waiting.Person(Trial.json(question)));
  }

  private static Trial trial() {
    return Trial.of(new HumanInput()).set("question", "Really?");
  }

  private static Trial withChoices() {
    return trial().set("choices", " yes \n\nNo way\n");
  }

  @Test
  void asksWhatIsOnTheCard() {
    assertEquals(asks("{'text':'Really?'}"), trial().run());
  }

  @Test
  void asksWhatIsWiredIfThereIsSuch() {
    assertEquals(asks("{'text':'{\"a\":1}'}".replace("\"", "\\\"")), trial().given("question", "{'a':1}").run());
    assertEquals(asks("{'text':'Why?'}"), trial().given("question", "'Why?'").run());
  }

  @Test
  void givesAnyAnswerWhereThereAreNoChoices() {
    for (String answer : new String[] {"'of course'", "''", "{'deep':[1,2]}", "7"}) {
      assertEquals(Result.of(HumanInput.ANSWER, Trial.json(answer)), trial().answered(answer).run());
    }
  }

  @Test
  void takesOneOfItsChoicesHoweverItIsWritten() {
    assertEquals(asks("{'text':'Really?','choices':['yes','No way']}"), withChoices().run());
    assertEquals(Result.of(HumanInput.ANSWER, Trial.json("'No way'")), withChoices().answered("' no WAY'").run());
  }

  @Test
  void asksAgainAndSaysWhyIfTheAnswerIsNoneOfItsChoices() {
    assertEquals(asks("{'text':'Really?','choices':['yes','No way'],"
        + "'mistake':'the answer is \\'perhaps\\', must be one of yes, No way'}".replace("\\'", "\\u0027")),
        withChoices().answered("'perhaps'").run());
  }

  @Test
  void showsNoMoreOfAWrongAnswerThanOneCanRead() {
    Result again = withChoices().answered("'" + "🌱".repeat(101) + "'").run();

    Waiting.Person person = (Waiting.Person) again.waiting().orElseThrow();
    assertEquals("the answer is '" + "🌱".repeat(100) + "…', must be one of yes, No way",
        person.question().get("mistake").textValue());
  }
}
