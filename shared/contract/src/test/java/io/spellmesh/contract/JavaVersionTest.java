package io.spellmesh.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class JavaVersionTest {

  @Test
  void runsOnTheOldestJavaThatOtherProgramsMayHave() {
    assertEquals(17, Runtime.version().feature());
  }
}
