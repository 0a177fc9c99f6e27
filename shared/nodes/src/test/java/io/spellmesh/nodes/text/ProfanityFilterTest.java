package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfanityFilterTest {
  @Test
  void findsWholeWordsHoweverTheyAreWritten() {
    assertEquals("{'output':'What the ****, you *******!'}", filtered("What the Sh1t, you A$$h0le!")
        .outputsOfRun());
    assertEquals(Optional.of(List.of("true")), filtered("DAMN").run().fired());
  }

  @Test
  void leavesCleanTextAsItIs() {
    Trial clean = filtered("The classic assassin sits on a cockatoo in Scunthorpe");

    assertEquals("{'output':'The classic assassin sits on a cockatoo in Scunthorpe'}", clean.outputsOfRun());
    assertEquals(Optional.of(List.of("false")), clean.run().fired());
  }

  @Test
  void knowsTheWordsOnTheCardToo() {
    assertEquals("{'output':'oh ***** and ******'}", Trial.of(new ProfanityFilter())
        .set("words", "Fudge, zounds")
        .given("string", "'oh FUDGE and z0unds'").outputsOfRun());
  }

  private static Trial filtered(String text) {
    return Trial.of(new ProfanityFilter()).value("string", TextNode.valueOf(text));
  }
}
