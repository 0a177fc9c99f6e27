package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.contract.tab.Tabs.OnDisconnect;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What browser tabs ask, as the bridge sends it. */
class TabsIT {
  @AutoClose
  private final TestMember member = TestMember.start(Map.of("users.max-open-spells", "3"));

  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));
  private final Browser anns = Browser.of(member, ann);

  TabsIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private RunView end(UUID run) {
    return Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(run)));
  }

  private static <Q> Failure refusal(Browser browser, Operation<Q, ?> operation, Q question) {
    return Waiting.failureOf(browser.asking(operation, question));
  }

  private static Tabs.Update update(UUID spell, int base, String graph) {
    return new Tabs.Update("t1", spell, base,
        Wire.read("[{\"op\":\"replace\",\"path\":\"/graph\",\"value\":" + graph + "}]", JsonNode.class));
  }

  @Test
  void opensASpellWithTheRunsThatAreUnderWayOrJustEnded() {
    UUID spell = shelf.put(ann, "held", Graphs.held("opened"));
    assertEquals(List.of(), anns.open("t1", spell).runs());
    UUID run = anns.run("t1", spell, OnDisconnect.CONTINUE);
    HeldNode.entered("opened").join();

    RunHead live = Browser.of(member, ann).open("t2", spell).runs().getFirst();
    HeldNode.gate("opened").complete("free");
    long tail = end(run).tail();

    assertEquals(run, live.run());
    assertEquals(RunStatus.RUNNING, live.status());
    Tabs.Opened again = anns.open("t1", spell);
    assertEquals(spell, again.spell().id());
    assertEquals(List.of(new RunHead(run, 1, tail, RunStatus.COMPLETED)), again.runs());
  }

  @Test
  void startsOneRunForOneIdAndItsMessagesCarryTheTab() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    Screen screen = Screen.of(member, ann, spell);
    anns.open("t1", spell);
    Tabs.Start start = Browser.start("t1", spell, UUID.randomUUID(), OnDisconnect.CONTINUE);

    var first = anns.asking(Tabs.RUN, start);
    var second = anns.asking(Tabs.RUN, start);

    assertEquals(start.run(), Waiting.await(first).run());
    assertEquals(start.run(), Waiting.await(second).run());
    assertEquals("abab", end(start.run()).outputs().orElseThrow().get("Output").asText());
    Waiting.until(() -> !screen.events().isEmpty() && screen.events().getLast().isFinal());
    assertEquals(8, screen.events().size());
    assertTrue(screen.all(RunGroup.class).allMatch(group -> group.tab().equals(Optional.of("t1"))));
  }

  @Test
  void tellsEveryMistakeOfARunThatCannotStart() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    anns.open("t1", spell);

    Failure failure = refusal(anns, Tabs.RUN, new Tabs.Start("t1", spell, UUID.randomUUID(),
        Wire.read("{\"Wrong\":1,\"Other\":2}", ObjectNode.class), Optional.empty()));

    assertEquals(FailureCode.UNPROCESSABLE, failure.code());
    assertEquals(2, failure.mistakes().size());
  }

  @Test
  void runsWhatTheTabMadeOfTheSpell() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    anns.open("t1", spell);

    assertEquals(2, anns.ask(Tabs.UPDATE, update(spell, 1, Graphs.repeat(3))).version());
    RunView view = end(anns.run("t1", spell, OnDisconnect.CONTINUE));

    assertEquals(2, view.version());
    assertEquals("ababab", view.outputs().orElseThrow().get("Output").asText());
    assertEquals(FailureCode.CONFLICT, refusal(anns, Tabs.UPDATE, update(spell, 1, Graphs.repeat(4))).code());
  }

  @Test
  void cancelsAndTellsWhatHappened() {
    UUID spell = shelf.put(ann, "held", Graphs.held("tab-cancel"));
    anns.open("t1", spell);
    UUID run = anns.run("t1", spell, OnDisconnect.CONTINUE);
    HeldNode.entered("tab-cancel").join();

    assertEquals(RunStatus.CANCELLED, anns.ask(Tabs.CANCEL, new Runner.Which(run)).status());
    Runner.Events events = anns.ask(Tabs.SINCE, new Runner.Since(run, Optional.empty(), 0));

    assertEquals(RunStatus.CANCELLED, events.head().status());
    assertTrue(events.groups().getLast().events().getLast().isFinal());
  }

  @Test
  void letsTwoTabsOnOneSpellAlone() {
    UUID spell = shelf.put(ann, "held", Graphs.held("two tabs"));
    Browser other = Browser.of(member, ann);
    anns.open("t1", spell);
    other.open("t1", spell);
    UUID run = other.run("t1", spell, OnDisconnect.CANCEL);
    HeldNode.entered("two tabs").join();

    anns.ask(Tabs.CLOSE, new Tabs.Tab("t1", spell));
    HeldNode.gate("two tabs").complete("free");

    assertEquals(RunStatus.COMPLETED, end(run).status());
    end(other.run("t1", spell, OnDisconnect.CONTINUE));
  }

  @Test
  void keepsUsersApartOnEveryOperationEvenOnOneSocket() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    anns.open("t1", spell);
    UUID run = anns.run("t1", spell, OnDisconnect.CONTINUE);
    end(run);
    Browser bobs = new Browser(member, bob, anns.socket());
    Tabs.Tab tab = new Tabs.Tab("t1", spell);

    List<Failure> refused = List.of(
        refusal(bobs, Tabs.OPEN, new Tabs.Open("t1", spell)),
        refusal(bobs, Tabs.RUN, Browser.start("t1", spell, UUID.randomUUID(), OnDisconnect.CONTINUE)),
        refusal(bobs, Tabs.UPDATE, update(spell, 1, Graphs.repeat(3))),
        refusal(bobs, Tabs.CANCEL, new Runner.Which(run)),
        refusal(bobs, Tabs.SINCE, new Runner.Since(run, Optional.empty(), 0)),
        refusal(bobs, Tabs.PLAY, tab),
        refusal(bobs, Tabs.PAUSE, tab));
    bobs.ask(Tabs.CLOSE, tab);

    refused.forEach(failure -> assertEquals(FailureCode.NOT_FOUND, failure.code(), failure.getMessage()));
    end(anns.run("t1", spell, OnDisconnect.CONTINUE));
  }

  @Test
  void takesNoMoreOpenSpellsThanAUserMayHave() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    for (String tab : List.of("t1", "t2", "t3", "t3")) {
      anns.open(tab, spell);
    }

    assertEquals(FailureCode.TOO_MANY, refusal(anns, Tabs.OPEN, new Tabs.Open("t4", spell)).code());
    assertEquals(FailureCode.TOO_MANY,
        refusal(Browser.of(member, ann), Tabs.OPEN, new Tabs.Open("t1", spell)).code());
    UUID bobsSpell = shelf.put(bob, "twice", Graphs.repeat(2));
    Browser.of(member, bob).open("t1", bobsSpell);
    anns.ask(Tabs.CLOSE, new Tabs.Tab("t2", spell));
    anns.open("t4", spell);
  }

  @Test
  void playsNothingWithoutSources() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    anns.open("t1", spell);
    Tabs.Tab tab = new Tabs.Tab("t1", spell);

    assertEquals("the spell has no source nodes", refusal(anns, Tabs.PLAY, tab).getMessage());
    assertEquals(new Tabs.Playing(false), anns.ask(Tabs.PAUSE, tab));
  }

  @Test
  void refusesAQuestionThatComesFromNoSocket() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));

    Failure failure = Waiting.failureOf(member.ask(ann, Tabs.OPEN, new Tabs.Open("t1", spell)));

    assertEquals(FailureCode.BAD_REQUEST, failure.code());
  }
}
