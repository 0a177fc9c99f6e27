package io.spellmesh.nodes.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.Trial;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RandomPhraseFromListTest {
  @Test
  void givesEveryPhraseInItsTimeAndNoEmptyLine() {
    Set<String> phrases = new TreeSet<>();
    for (int run = 0; run < 200; run++) {
      phrases.add(Trial.of(new RandomPhraseFromList()).keyed("run " + run + "/1")
          .set("fewshot", "one\n\n two \nthree\n").run().outputs().get("output").textValue());
    }

    assertEquals(Set.of("one", "two", "three"), phrases);
  }

  @Test
  void givesNothingOfNoPhrases() {
    assertEquals(Result.nothing(), Trial.of(new RandomPhraseFromList()).set("fewshot", "\n").run());
  }
}
