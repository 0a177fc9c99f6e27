package io.spellmesh.contract.spell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellMessagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "{\"deep\":[0,{\"x\":1e400}]}"})
  void refusesANumberThatIsNotFinite(String value) {
    Failure refusal = refusal("{\"name\":\"a\",\"graph\":{\"nodes\":{\"1\":{\"temp\":" + value + "}}}}");

    assertEquals(FailureCode.BAD_REQUEST, refusal.code());
    assertTrue(refusal.getMessage().contains("graph.nodes.1.temp"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("is not finite"), refusal.getMessage());
  }

  @Test
  void takesTheLargestNumbersThereAre() {
    String numbers = "{\"a\":1.7e308,\"b\":1" + "0".repeat(400) + "}";

    Spells.NewSpell read = Wire.read("{\"name\":\"a\",\"graph\":" + numbers + "}", Spells.NewSpell.class);

    assertEquals(401, read.graph().get("b").asText().length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "x\\ud83dx", "\\udc00\\ud800"})
  void refusesHalfASurrogatePairInValuesKeysAndNames(String half) {
    String inValue = refusal("{\"name\":\"a\",\"graph\":{\"t\":\"" + half + "\"}}").getMessage();
    String inKey = refusal("{\"name\":\"a\",\"graph\":{\"" + half + "\":1}}").getMessage();
    String inName = refusal("{\"name\":\"" + half + "\",\"graph\":{}}").getMessage();

    assertTrue(inValue.contains("graph has text with half") && inValue.contains("at t"), inValue);
    assertTrue(inKey.contains("graph has text with half"), inKey);
    assertTrue(inName.contains("name holds half"), inName);
  }

  @ParameterizedTest
  @CsvSource({"'', 'name is '''''", "'   ', 'name is ''   '''", "'a\\u0000b', 'name holds a NUL'"})
  void refusesNamesNobodyCouldRead(String name, String message) {
    assertTrue(refusal("{\"name\":\"" + name + "\",\"graph\":{}}").getMessage().contains(message));
  }

  @Test
  void shortensWithoutSplittingAPair() {
    String name = "x".repeat(39) + "\ud83d\ude00".repeat(100);

    String message = refusal("{\"name\":\"" + name + "\",\"graph\":{}}").getMessage();

    assertTrue(Plain.isWhole(message), message);
    assertFalse(message.contains("\ud83d"), message);
  }

  @Test
  void asksForTheFirstPageWhereNoneIsNamed() {
    assertEquals(Page.first(), Wire.read("{}", Spells.Some.class).page());
  }

  @Test
  void refusesAChangeOfNothing() {
    Failure refusal = assertThrows(Failure.class, () -> Wire.read(
        "{\"spell\":\"00000000-0000-0000-0000-000000000001\",\"base\":1}", Spells.Change.class));

    assertTrue(refusal.getMessage().contains("nothing is changed"), refusal.getMessage());
  }

  private static Failure refusal(String json) {
    return assertThrows(Failure.class, () -> Wire.read(json, Spells.NewSpell.class));
  }
}
