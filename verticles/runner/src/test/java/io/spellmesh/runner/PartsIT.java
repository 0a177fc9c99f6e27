package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunParts;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.contract.tab.Tabs.OnDisconnect;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step streams, as those see it who were there from the start and those who came later. */
class PartsIT {
  private static final int PIECES = 150;
  private static final int SPEECHES = 3_000;

  @AutoClose
  private final TestMember member = TestMember.start();

  private final UUID ann = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));
  private final Browser anns = Browser.of(member, ann);

  PartsIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsAnsweredAndWhatComesLaterIsTheWholeWheneverOneAsks(long seed) {
    Random random = new Random(seed);
    String gate = "speech" + seed;
    UUID spell = shelf.put(ann, "speaking", Graphs.speaking(gate));
    Screen screen = Screen.of(member, ann, spell);
    anns.open("t1", spell);
    UUID run = anns.run("t1", spell, OnDisconnect.CONTINUE);
    StringBuilder said = new StringBuilder();
    List<Runner.Events> joiners = new ArrayList<>();
    long began = System.nanoTime();
    for (int i = 0; i < PIECES; i++) {
      String piece = random.nextInt(5) == 0 ? "\ud83d\ude00" : "p" + random.nextInt(100) + " ";
      said.append(piece);
      SpeakingNode.say(gate, i, piece);
      if (random.nextInt(10) == 0) {
        joiners.add(anns.ask(Tabs.SINCE, new Runner.Since(run, Optional.empty(), 0)));
      }
    }
    Waiting.until(() -> !screen.parts().isEmpty());
    joiners.add(anns.ask(Tabs.SINCE, new Runner.Since(run, Optional.empty(), 0)));
    SpeakingNode.say(gate, PIECES, "");
    Waiting.until(() -> screen.events().stream().anyMatch(RunEvent::isFinal));
    double seconds = (System.nanoTime() - began) / 1e9;

    assertEquals(said.toString(), textOf(screen.parts()));
    assertTrue(screen.all(RunParts.class).count() <= 20 * (seconds + 1), "messages of parts");
    isBetweenStartAndEnd(screen);
    joiners.forEach(answer -> foldsToTheWhole(answer, screen, said.toString()));
    assertTrue(joiners.getLast().texts().isPresent(), "the last who joined has a text");
    Runner.Events late = anns.ask(Tabs.SINCE, new Runner.Since(run, Optional.empty(), 0));
    assertEquals(Optional.empty(), late.texts());
    assertEquals(screen.events(), late.groups().stream().flatMap(group -> group.events().stream()).toList());
  }

  /** The database is slow with the first group, and meanwhile steps stream and end, one after the other. */
  @Test
  void aRunGoesOnThoughItStreamsWhileAGroupIsCommittedThatWasClosedBefore() {
    String gate = "while it is committed";
    SpeakingNode.say(gate, 0, "said");
    SpeakingNode.say(gate, 1, "");
    UUID spell = shelf.put(ann, "speaking again", Graphs.speakingAgain(gate, SPEECHES));
    Screen screen = Screen.of(member, ann, spell);
    SqlConnection lock = Waiting.await(member.member().database().pool().getConnection());
    Waiting.await(lock.begin());
    Waiting.await(lock.query("LOCK TABLE runner.run_journal IN EXCLUSIVE MODE").execute());

    Future<Runner.Started> started = member.ask(ann, Runner.START, new Runner.Start(Optional.empty(), spell,
        JsonNodeFactory.instance.objectNode(), Optional.empty(), Optional.empty()));
    Waiting.until(() -> SpeakingNode.speeches(gate) > SPEECHES / 2);
    Waiting.await(lock.query("ROLLBACK").execute());
    Waiting.await(lock.close());

    Waiting.await(started);
    Waiting.until(() -> screen.events().stream().anyMatch(RunEvent::isFinal));
    assertInstanceOf(RunEvent.Completed.class, screen.events().getLast());
    assertEquals(SPEECHES, screen.events().stream().filter(event -> event instanceof RunEvent.NodeCompleted node
        && node.node().equals("4")).count());
  }

  @Test
  void textsOfARunOfAnotherProcessComeFromThere() {
    UUID run = UUID.randomUUID();
    UUID spell = UUID.randomUUID();
    sql("INSERT INTO runner.process VALUES ('other', now() + interval '1 hour')");
    sql("INSERT INTO runner.run (id, day, user_id, spell, version, status, request_hash, owner, fence, last_seq, "
        + "started) VALUES ('" + run + "', current_date, '" + ann + "', '" + spell + "', 1, 'running', '', 'other', "
        + "1, 0, now())");
    Runner.Events theirs = new Runner.Events(List.of(), false,
        new RunHead(run, 1, 0, RunStatus.RUNNING), false,
        Optional.of(List.of(new RunParts.Snapshot("2", "2", Optional.empty(), "output", 7, "so far"))));
    Runner.Since since = new Runner.Since(run, Optional.empty(), 0);

    assertEquals(Optional.empty(), Waiting.await(member.ask(ann, Runner.SINCE, since)).texts());
    Waiting.await(member.member().serving().serve(Runner.SINCE.on("other"),
        (caller, asked) -> Future.succeededFuture(theirs)));

    assertEquals(theirs, Waiting.await(member.ask(ann, Runner.SINCE, since)));
    assertThrows(Failure.class, () -> Waiting.await(member.ask(UUID.randomUUID(), Runner.SINCE, since)));
  }

  private void sql(String statement) {
    Waiting.await(member.member().database().pool().query(statement).execute());
  }

  private static String textOf(List<RunParts.Part> parts) {
    return parts.stream().map(RunParts.Part::text).collect(Collectors.joining());
  }

  private static void isBetweenStartAndEnd(Screen screen) {
    boolean started = false;
    boolean ended = false;
    long n = 0;
    for (Object message : screen.messages()) {
      if (message instanceof RunGroup group) {
        started |= group.events().stream()
            .anyMatch(event -> event instanceof RunEvent.NodeStarted node && node.node().equals("2"));
        ended |= group.events().stream()
            .anyMatch(event -> event instanceof RunEvent.NodeCompleted node && node.node().equals("2"));
      } else if (message instanceof RunParts parts) {
        assertTrue(started && !ended, "parts between the step's start and its end");
        for (RunParts.Part part : parts.parts()) {
          assertEquals(++n, part.n());
        }
      }
    }
  }

  private static void foldsToTheWhole(Runner.Events answer, Screen screen, String said) {
    List<RunEvent> events = new ArrayList<>(answer.groups().stream()
        .flatMap(group -> group.events().stream()).toList());
    long known = events.size();
    screen.events().stream().filter(event -> event.seq() > known).forEach(events::add);
    assertEquals(screen.events(), events);
    List<RunParts.Snapshot> texts = answer.texts().orElse(List.of());
    String text = texts.isEmpty() ? "" : texts.getFirst().text();
    long n = texts.isEmpty() ? 0 : texts.getFirst().n();
    assertEquals(said, text + textOf(screen.parts().stream().filter(part -> part.n() > n).toList()));
  }
}
