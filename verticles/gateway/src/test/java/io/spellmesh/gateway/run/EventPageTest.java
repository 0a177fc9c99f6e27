package io.spellmesh.gateway.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.Runner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventPageTest {
  private static final UUID RUN = UUID.randomUUID();

  private static Runner.Events events(boolean more, long... seqs) {
    List<RunEvent> events = LongStream.of(seqs).<RunEvent>mapToObj(seq ->
        new RunEvent.Resumed(seq, Instant.EPOCH)).toList();
    return new Runner.Events(List.of(new RunGroup(RUN, Optional.empty(), 1, events)), more,
        new RunHead(RUN, 1, 9, RunStatus.RUNNING), false, Optional.empty());
  }

  private static List<Long> numbers(EventPage page) {
    return page.items().stream().map(RunEvent::seq).toList();
  }

  @Test
  void leavesOutWhatTheAskerHas() {
    EventPage page = EventPage.of(events(false, 3, 4, 5), 4, 100);

    assertEquals(List.of(5L), numbers(page));
    assertEquals(Optional.empty(), page.next());
  }

  @Test
  void saysWhereToGoOn() {
    assertEquals(Optional.of("5"), EventPage.of(events(true, 3, 4, 5), 2, 100).next());
    assertEquals(Optional.of("4"), EventPage.of(events(false, 3, 4, 5), 2, 2).next());
    assertEquals(List.of(3L, 4L), numbers(EventPage.of(events(false, 3, 4, 5), 2, 2)));
  }
}
