package io.spellmesh.nodes.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTest {
  @ParameterizedTest
  @CsvSource({"nearest,0,2.5,3", "nearest,2,1.005,1.01", "down,0,-2.5,-3", "up,1,2.41,2.5", "nearest,0,-2.5,-3"})
  void roundsByTheDigitsThatAreWritten(String mode, int decimals, String number, String expected) {
    assertEquals("{'result':" + expected + "}", Trial.of(new Round()).set("mode", mode)
        .set("decimals", "" + decimals).given("input", number).outputsOfRun());
  }
}
