package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;

class CommandParserTest {
  @Test
  void takesACommandApart() {
    assertEquals("{'command':'roll','args':['2','6'],'isCommand':true}",
        Trial.of(new CommandParser()).given("command", "'/roll 2 6'").outputsOfRun());
  }

  @Test
  void leavesAloneWhatDoesNotBeginLikeOne() {
    assertEquals("{'command':'','args':[],'isCommand':false}",
        Trial.of(new CommandParser()).given("command", "'roll /2'").outputsOfRun());
  }

  @Test
  void asksTheListIfThatIsSet() {
    assertEquals("{'command':'roll','args':[],'isCommand':false}", Trial.of(new CommandParser())
        .set("{'useCheckList':true,'commandStarter':'!!'}").given("command", "'!!roll'")
        .given("commandList", "['help']").outputsOfRun());
    assertEquals("{'command':'help','args':[],'isCommand':true}", Trial.of(new CommandParser())
        .set("{'useCheckList':true}").given("command", "'/help'").given("commandList", "['help']")
        .outputsOfRun());
  }
}
