package io.spellmesh.runner.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.runner.count.JournalCount;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JournalIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 27);

  @AutoClose
  private final TestMember member = TestMember.start();

  private final Pool pool = member.member().database().pool();
  private final Journal journal = new Journal(member.vertx().getOrCreateContext(), pool,
      new Perseverance(member.vertx()), "owner", new JournalCount(member.member().metrics()));

  JournalIT() {
    Waiting.await(member.member().database().migrate("runner"));
    Waiting.await(new Partitions(pool).keep(TODAY));
  }

  private Future<Boolean> append() {
    return journal.append(new Entry.First(new Entry.NewRun(new RunKey(UUID.randomUUID(), UUID.randomUUID()), TODAY,
        UUID.randomUUID(), 1, Optional.empty(), new byte[32], Optional.empty(), "owner", 1,
        Instant.parse("2026-02-27T10:00:00Z"), false),
        new Entry.Group(1, 1, "{\"events\":[]}", RunStatus.RUNNING, Optional.empty())));
  }

  /** Two batches are held up, so that the next two groups share one. */
  @Test
  void everyRunHearsOfItsGroupThoughAnotherOfTheBatchFailsAsItHears() {
    SqlConnection lock = Waiting.await(pool.getConnection());
    Waiting.await(lock.begin());
    Waiting.await(lock.query("LOCK TABLE runner.run_journal IN EXCLUSIVE MODE").execute());
    Future<Boolean> held = append();
    Future<Boolean> heldToo = append();
    append().onComplete(_ -> {
      throw new IllegalStateException("its run is in disorder");
    });
    Future<Boolean> neighbour = append();
    Waiting.await(lock.query("ROLLBACK").execute());
    Waiting.await(lock.close());

    for (Future<Boolean> written : List.of(held, heldToo, neighbour, append(), append(), append())) {
      assertTrue(Waiting.await(written));
    }
  }
}
