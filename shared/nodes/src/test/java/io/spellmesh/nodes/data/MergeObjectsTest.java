package io.spellmesh.nodes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class MergeObjectsTest {
  @Test
  void addsTheOtherValuesToTheObject() {
    assertEquals("{'object':{'a':1,'b':2,'c':3}}", Trial.of(new MergeObjects())
        .given("object", "{'a':1,'b':0}").given("b", "2").given("c", "3").outputsOfRun());
  }

  @Test
  void mergesTheOthersWithoutAnObjectInTheirOrder() {
    assertEquals("{'object':{'z':'A','a':'B','m':'C'}}", Trial.of(new MergeObjects())
        .given("z", "'A'").given("a", "'B'").given("m", "'C'").outputsOfRun());
  }

  @Test
  void takesNullForNoObject() {
    assertEquals("{'object':{'a':1}}",
        Trial.of(new MergeObjects()).given("object", "null").given("a", "1").outputsOfRun());
  }

  @Test
  void namesFieldsAfterTheSocketsNames() {
    assertEquals("{'object':{'shown':1}}",
        Trial.of(new MergeObjects()).named("k1", "shown", "1").outputsOfRun());
  }

  @Test
  void refusesWhatIsNoObject() {
    assertEquals("input 'object': got \"x\", needs an object",
        Trial.of(new MergeObjects()).given("object", "'x'").failure());
  }
}
