package io.spellmesh.runner.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PartitionsIT {
  @AutoClose
  private final TestMember member = TestMember.start();

  private final Pool pool = member.member().database().pool();
  private final Partitions partitions = new Partitions(pool);

  PartitionsIT() {
    Waiting.await(member.member().database().migrate("runner"));
  }

  private Set<String> tables() {
    Set<String> names = new TreeSet<>();
    for (Row row : Waiting.await(pool.query(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'runner' AND tablename LIKE '%\\_2%'").execute())) {
      names.add(row.getString(0));
    }
    return names;
  }

  @Test
  void makesTheDaysToComeOnceHoweverOftenItIsAsked() {
    LocalDate today = LocalDate.of(2026, 2, 27);
    Waiting.await(partitions.keep(today));
    Set<String> made = tables();

    Waiting.await(Future.all(partitions.keep(today), new Partitions(pool).keep(today)));

    assertEquals(made, tables());
    assertEquals(2 * 9, made.size());
    assertTrue(made.contains("run_journal_20260306") && made.contains("value_20260226"), made.toString());
  }

  @Test
  void dropsWhatIsOlderThanIsKept() {
    LocalDate first = LocalDate.of(2026, 1, 10);
    Waiting.await(partitions.keep(first));

    Waiting.await(partitions.keep(first.plusDays(Partitions.DAYS_KEPT)));
    assertTrue(tables().contains("run_journal_20260110"));
    Waiting.await(partitions.keep(first.plusDays(Partitions.DAYS_KEPT + 1)));

    assertFalse(tables().contains("run_journal_20260110"));
    assertTrue(tables().contains("run_journal_20260111"));
  }
}
