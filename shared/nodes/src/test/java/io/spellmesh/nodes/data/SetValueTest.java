package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class SetValueTest {
  @Test
  void setsAndTakesAwayAField() {
    assertEquals("{'output':{'a':1,'b':[2]}}", Trial.of(new SetValue()).set("key", "b")
        .given("object", "{'a':1}").given("value", "[2]").outputsOfRun());
    assertEquals("{'output':{'a':1}}", Trial.of(new SetValue()).set("key", "x").given("key", "'b'")
        .given("object", "{'a':1,'b':2}").outputsOfRun());
    assertEquals("{'output':{'b':null}}", Trial.of(new SetValue()).set("key", "b").given("value", "null")
        .outputsOfRun());
  }

  @Test
  void needsTheNameOfAField() {
    assertEquals("input 'key': needs the name of a field, here or on the card", Trial.of(new SetValue()).failure());
  }
}
