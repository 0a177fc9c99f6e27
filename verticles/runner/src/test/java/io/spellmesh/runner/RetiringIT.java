package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.contract.tab.Tabs.OnDisconnect;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What becomes of a tab's runner and runs when the tab goes, and what heads tell of them. */
class RetiringIT {
  @AutoClose
  private final TestMember member = TestMember.start();

  private final UUID ann = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));
  private final Browser anns = Browser.of(member, ann);
  private final Set<String> before;

  RetiringIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
    before = Set.copyOf(member.vertx().deploymentIDs());
  }

  private RunView get(UUID run) {
    return Waiting.await(member.ask(ann, Runner.GET, new Runner.Which(run)));
  }

  private RunView end(UUID run) {
    return Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(run)));
  }

  private boolean isAsBefore() {
    return Set.copyOf(member.vertx().deploymentIDs()).equals(before);
  }

  @Test
  void cancelsTheRunsThatAskedForItAndLetsTheOthersEnd() {
    UUID held = shelf.put(ann, "held", Graphs.held("goes on"));
    UUID other = shelf.put(ann, "other", Graphs.held("is cancelled"));
    Screen screen = Screen.of(member, ann, other);
    anns.open("t1", held);
    anns.open("t1", other);
    UUID goesOn = anns.run("t1", held, OnDisconnect.CONTINUE);
    UUID cancelled = anns.run("t1", other, OnDisconnect.CANCEL);
    HeldNode.entered("goes on").join();
    HeldNode.entered("is cancelled").join();

    anns.end();
    anns.end();

    assertEquals(RunStatus.CANCELLED, end(cancelled).status());
    Waiting.until(() -> screen.events().getLast() instanceof RunEvent.Cancelled);
    Waiting.until(() -> member.vertx().deploymentIDs().size() == before.size() + 1);
    assertEquals(RunStatus.RUNNING, get(goesOn).status());
    HeldNode.gate("goes on").complete("free");
    assertEquals(RunStatus.COMPLETED, end(goesOn).status());
    Waiting.until(this::isAsBefore);
  }

  @Test
  void cancelsAParkedRunThatAskedForItToo() {
    UUID spell = shelf.put(ann, "asks", Graphs.asking(""));
    anns.open("t1", spell);
    UUID goesOn = anns.run("t1", spell, OnDisconnect.CONTINUE);
    UUID cancelled = anns.run("t1", spell, OnDisconnect.CANCEL);
    Waiting.until(() -> get(goesOn).status() == RunStatus.WAITING && get(cancelled).status() == RunStatus.WAITING);

    anns.end();

    Waiting.until(() -> get(cancelled).status() == RunStatus.CANCELLED);
    assertEquals(RunStatus.WAITING, get(goesOn).status());
    Waiting.until(this::isAsBefore);
  }

  @Test
  void touchesOnlyTheTabsOfTheSocketThatEnded() {
    UUID spell = shelf.put(ann, "twice", Graphs.repeat(2));
    Browser other = Browser.of(member, ann);
    anns.open("t1", spell);
    other.open("t1", spell);

    anns.end();
    Waiting.until(() -> member.vertx().deploymentIDs().size() == before.size() + 1);

    assertEquals(RunStatus.COMPLETED, end(other.run("t1", spell, OnDisconnect.CANCEL)).status());
    assertEquals(FailureCode.UNAVAILABLE,
        Waiting.failureOf(anns.asking(Tabs.OPEN, new Tabs.Open("t2", spell))).code());
    other.ask(Tabs.CLOSE, new Tabs.Tab("t1", spell));
    other.ask(Tabs.CLOSE, new Tabs.Tab("t1", spell));
    Waiting.until(this::isAsBefore);
  }

  @Test
  void leavesNothingOfWhatWasAskedWhileTheSocketEnded() {
    UUID spell = shelf.put(ann, "held", Graphs.held("in between"));
    anns.open("t1", spell);
    Future<Tabs.Started> run = anns.asking(Tabs.RUN,
        Browser.start("t1", spell, UUID.randomUUID(), OnDisconnect.CANCEL));
    Future<Tabs.Opened> opening = anns.asking(Tabs.OPEN, new Tabs.Open("t2", spell));
    Future<Tabs.Opened> unknown = anns.asking(Tabs.OPEN, new Tabs.Open("t3", UUID.randomUUID()));

    anns.end();

    Waiting.await(Future.join(run, opening, unknown).otherwiseEmpty());
    assertTrue(unknown.failed());
    assertEquals(RunStatus.CANCELLED, end(run.result().run()).status());
    Waiting.until(this::isAsBefore);
  }

  @Test
  void tellsHeadsSoThatALostEventAndADeadOwnerAreNoticed() {
    UUID spell = shelf.put(ann, "held", Graphs.held("heads"));
    Screen screen = Screen.of(member, ann, spell);
    anns.open("t1", spell);
    UUID ending = anns.run("t1", spell, OnDisconnect.CONTINUE);
    HeldNode.entered("heads").join();
    Waiting.until(() -> screen.all(RunHead.class).anyMatch(head -> head.status() == RunStatus.RUNNING));

    HeldNode.gate("heads").complete("free");
    RunView view = end(ending);
    RunHead last = new RunHead(ending, 1, view.tail(), RunStatus.COMPLETED);
    Waiting.until(() -> screen.all(RunHead.class).anyMatch(last::equals));

    UUID orphaned = shelf.put(ann, "held", Graphs.held("orphaned heads"));
    Screen other = Screen.of(member, ann, orphaned);
    anns.open("t1", orphaned);
    UUID orphan = anns.run("t1", orphaned, OnDisconnect.CONTINUE);
    HeldNode.entered("orphaned heads").join();
    Waiting.await(member.member().database().pool()
        .query("UPDATE runner.run SET owner = 'gone' WHERE id = '" + orphan + "'").execute());
    Waiting.until(() -> other.all(RunHead.class)
        .anyMatch(head -> head.status() == RunStatus.INTERRUPTED && head.epoch() == 2));
  }
}
