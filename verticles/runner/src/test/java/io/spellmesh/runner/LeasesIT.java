package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.tab.Tabs.OnDisconnect;
import io.spellmesh.kit.DataConfig;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Processes that cannot renew their lease: here because another transaction holds its row. */
class LeasesIT {
  @AutoClose
  private final TestMember member = TestMember.start();

  private final UUID ann = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));

  LeasesIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private SqlConnection holdLease() {
    SqlConnection connection = Waiting.await(member.member().database().pool().getConnection());
    Waiting.await(connection.begin());
    Waiting.await(connection.query("SELECT 1 FROM runner.process WHERE id = '" + member.member().id()
        + "' FOR UPDATE").execute());
    return connection;
  }

  private static void letGo(SqlConnection connection) {
    Waiting.await(connection.query("ROLLBACK").execute());
    Waiting.await(connection.close());
  }

  private UUID heldRun(String gate) {
    UUID spell = shelf.put(ann, "held", Graphs.held(gate));
    Browser anns = Browser.of(member, ann);
    anns.open("t1", spell);
    UUID run = anns.run("t1", spell, OnDisconnect.CONTINUE);
    HeldNode.entered(gate).join();
    anns.end();
    return run;
  }

  private RunStatus status(TestMember asked, UUID run) {
    return Waiting.await(asked.ask(ann, Runner.GET, new Runner.Which(run))).status();
  }

  private List<RunEvent> events(UUID run) {
    return Waiting.await(member.ask(ann, Runner.SINCE, new Runner.Since(run, Optional.empty(), 0))).groups()
        .stream().map(RunGroup::events).flatMap(List::stream).toList();
  }

  @Test
  void endsItsRunsWithoutAWordAndMarksThemOnceItCan() {
    UUID run = heldRun("cannot renew");
    List<RunEvent> before = events(run);
    SqlConnection lock = holdLease();

    Waiting.until(() -> member.vertx().deploymentIDs().size() == 1);
    HeldNode.gate("cannot renew").complete("too late");
    assertEquals(before, events(run));
    assertEquals(RunStatus.RUNNING, status(member, run));

    letGo(lock);
    Waiting.until(() -> status(member, run) == RunStatus.INTERRUPTED);
    assertEquals(before.size() + 1, events(run).size());
  }

  @Test
  void losesItsRunsToAnotherProcessAndWritesNothingMore() {
    String database = DataConfig.of(member.member().settings()).database().url().orElseThrow();
    try (TestMember other = TestMember.start(Map.of("database.url", database))) {
      other.deploy(new SpellManagerVerticle(other.member()));
      UUID run = heldRun("taken over");
      int before = events(run).size();
      SqlConnection lock = holdLease();

      Waiting.until(() -> status(other, run) == RunStatus.INTERRUPTED);
      Waiting.until(() -> member.vertx().deploymentIDs().size() == 1);
      HeldNode.gate("taken over").complete("too late");
      letGo(lock);

      List<RunEvent> events = events(run);
      assertEquals(before + 1, events.size());
      assertTrue(events.getLast() instanceof RunEvent.Interrupted);
    }
  }
}
