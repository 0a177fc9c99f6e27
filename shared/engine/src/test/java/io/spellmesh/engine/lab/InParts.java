package io.spellmesh.engine.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.run.History;
import io.spellmesh.engine.run.Program;
import io.spellmesh.engine.run.Run;
import io.spellmesh.engine.run.RunListener;
import io.spellmesh.engine.run.RunSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Plays a spell that waits in as many parts as it takes. Each part is a run on a host of its own that knows nothing
 * but the events before; people answer while it runs, or when it is parked.
 */
public final class InParts {
  private final Program program;
  private final ObjectNode inputs;
  private final RunSettings settings;
  private final Random random;
  private final Heard heard = new Heard();
  private Instant now = SeededHost.BEGIN;
  private int parts;

  public InParts(Program program, ObjectNode inputs, RunSettings settings, long seed) {
    this.program = program;
    this.inputs = inputs;
    this.settings = settings;
    random = new Random(seed);
  }

  /** Plays from the beginning to the end. */
  public Heard play() {
    return rest(settings);
  }

  /** Plays to the end what was interrupted after some events. @return these and the others */
  public Heard playAfter(List<RunEvent> events) {
    events.forEach(heard::on);
    now = events.getLast().at();
    return rest(settings.after(History.of(events), Map.of()));
  }

  /** How many parts it took. */
  public int parts() {
    return parts;
  }

  private Heard rest(RunSettings first) {
    RunSettings next = first;
    while (part(next)) {
      next = settings.after(History.of(heard.events()), answers());
    }
    return heard;
  }

  /** @return whether it is parked */
  private boolean part(RunSettings next) {
    parts++;
    SeededHost host = new SeededHost(random.nextLong(), now);
    boolean[] isParked = new boolean[1];
    Run run = new Run("run", program, inputs, next, host, new RunListener() {
      @Override
      public void on(RunEvent event) {
        heard.on(event);
      }

      @Override
      public void parked(Optional<Instant> until, long ms) {
        isParked[0] = true;
      }
    });
    host.post(run::start);
    boolean goesOn = true;
    while (goesOn && !run.isOver()) {
      goesOn = host.step();
      if (random.nextInt(4) == 0 && !run.isOver()) {
        answerOne(run);
      }
    }
    host.settle();
    now = host.now();
    if (host.left() != 0 || isParked[0] != run.isParked() || !host.reported().isEmpty()) {
      throw new AssertionError(host.left() + " timers or forks were left behind, reported: " + host.reported());
    }
    return isParked[0];
  }

  private void answerOne(Run run) {
    List<RunEvent.NodeWaiting> open = open();
    if (!open.isEmpty()) {
      RunEvent.NodeWaiting asked = open.get(random.nextInt(open.size()));
      run.answer(asked.step(), Waiters.answer(asked));
    }
  }

  private List<RunEvent.NodeWaiting> open() {
    return heard.waiting().stream().filter(waiting -> waiting.question().isPresent()).toList();
  }

  /** Of those who are asked some answer, or else the time comes that is waited for. */
  private Map<String, JsonNode> answers() {
    Map<String, JsonNode> answers = new HashMap<>();
    List<RunEvent.NodeWaiting> open = open();
    for (int i = 0; !open.isEmpty() && i < 1 + random.nextInt(3); i++) {
      RunEvent.NodeWaiting asked = open.get(random.nextInt(open.size()));
      answers.put(asked.step(), Waiters.answer(asked));
    }
    if (answers.isEmpty()) {
      now = heard.waiting().stream().flatMap(waiting -> waiting.until().stream()).min(Instant::compareTo)
          .orElseThrow(() -> new AssertionError("it is parked and waits for nothing"));
    }
    return answers;
  }
}
