package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.plan.PlanNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Decides what runs next. Everything in here happens on the run's strand. */
final class Conductor {
  /** Steps in one turn on the strand, so that a long run lets a cancel and its neighbours in. */
  private static final int STEPS_A_TURN = 512;
  /** 512 light steps take less; of heavy ones, such as large templates, one or two are a turn. */
  private static final Duration LONGEST_TURN = Duration.ofMillis(20);
  /** A look at the clock costs a part of a light step. */
  private static final int STEPS_A_LOOK = 4;

  final Host host;
  final Telling telling;
  final RunSettings settings;
  final TakingOver taking;
  final Goal goal;
  final Bodies bodies;
  final Usage usage;
  private final Running running = new Running(this);
  final Triggers triggers = new Triggers(this);
  final Waits waits = new Waits(this);
  final Deadlines deadlines = new Deadlines(this);
  private final Gathering gathering;
  final Loops loops = new Loops(this);
  final SubSpells subSpells = new SubSpells(this);
  final Failing failing = new Failing(this);
  private final Ending ending;
  private final Deque<Step> queue = new ArrayDeque<>();

  Conductor(String key, RunSettings settings, TakingOver taking, Goal goal, Host host, Telling telling,
      Ending ending) {
    this.settings = settings;
    this.taking = taking;
    this.goal = goal;
    this.host = host;
    this.telling = telling;
    this.ending = ending;
    bodies = new Bodies(key, this);
    usage = new Usage(settings.limits(), ending);
    gathering = new Gathering(this::ask, taking);
  }

  /** Starts a spell in its frame. @throws io.spellmesh.engine.node.NodeFailure if there is nothing to begin with */
  void begin(Frame frame, Start start) {
    frame.root.hold();
    switch (start) {
      case Start.Fire fire -> fire.entries().forEach(entry -> push(frame.root, entry));
      case Start.Pull pull -> pull.exits().forEach(exit -> {
        Step step = frame.root.findOrMake(exit);
        hold(step);
        ask(step);
      });
    }
    release(frame.root);
  }

  void push(Scope scope, PlanNode node) {
    Step step = scope.findOrMake(node);
    step.pushed = true;
    hold(step);
    ask(step);
  }

  /** Takes steps from the queue until it is empty or the turn is over. */
  void turn() {
    Instant enough = host.now().plus(LONGEST_TURN);
    for (int i = 0; i < STEPS_A_TURN && !queue.isEmpty() && !ending.isOver(); i++) {
      if (i > 0 && i % STEPS_A_LOOK == 0 && host.now().isAfter(enough)) {
        break;
      }
      advance(queue.poll());
    }
    if (!queue.isEmpty() && !ending.isOver()) {
      host.post(this::turn);
    } else if (!waits.isAny()) {
      ending.refuseStandstill(loops::underWay);
    } else if (!waits.isAnyShort()) {
      ending.park(waits.next());
    }
  }

  /** Puts a step into the queue that nobody asked for yet, or that has to fail again. */
  void ask(Step step) {
    if (step.phase == Step.Phase.NEW) {
      step.phase = Step.Phase.ASKED;
      queue.add(step);
    } else if (step.phase == Step.Phase.FAILED) {
      queue.add(step);
    }
  }

  /** Follows the triggers of a step that has run already, in its turn: it may be the first of a long chain. */
  void followLater(Step step) {
    step.scope.hold();
    queue.add(step);
  }

  private void advance(Step step) {
    if (step.scope.isStopped()) {
      return;
    }
    try {
      switch (step.phase) {
        case ASKED -> gather(step);
        case READY -> running.run(step);
        case DONE -> {
          triggers.follow(step);
          release(step.scope);
        }
        case FAILED -> failing.failAgain(step);
        case NEW, GATHERING, RUNNING, WAITING ->
            throw new IllegalStateException(step.path() + " is queued while " + step.phase);
      }
    } catch (RuntimeException error) {
      fail(step, error);
    }
  }

  private void gather(Step step) {
    gathering.gather(step);
    step.phase = Step.Phase.GATHERING;
    if (step.missing == 0) {
      step.phase = Step.Phase.READY;
      running.run(step);
    }
  }

  private void wake(Step step) {
    if (--step.missing == 0) {
      step.phase = step.gatherAgain ? Step.Phase.ASKED : Step.Phase.READY;
      queue.add(step);
    }
  }

  /** A body, a sub-spell or an entry has given its result. */
  void complete(Step step, Result result) {
    if (isGivenUp(step)) {
      return;
    }
    if (result.waiting().isPresent()) {
      waits.begin(step, result.waiting().get());
      return;
    }
    if (result.calling().isPresent()) {
      subSpells.call(step, result.calling().get());
      return;
    }
    if (result.iterations().isPresent()) {
      Result.Iterations iterations = usage.admit(result.iterations().get());
      if (!ending.isOver()) {
        loops.start(step, iterations);
      }
      return;
    }
    step.outputs = usage.admit(step.node, result.outputs());
    if (ending.isOver()) {
      return;
    }
    step.fired = Triggers.firing(step.node, result);
    done(step, true);
  }

  /** The step has its outputs: whoever waits for it goes on, and its triggers are followed. */
  void done(Step step, boolean told) {
    step.phase = Step.Phase.DONE;
    deadlines.end(step);
    Frame frame = step.scope.frame;
    if (step.node.spec().role() instanceof Role.ValueExit exit) {
      // One that is taken over has perhaps read nothing.
      step.reused.flatMap(gave -> gave.outputs().values().stream().findFirst())
          .or(() -> valueAt(step, exit.value().key())).ifPresent(value -> frame.exit(step, value));
    }
    if (told && !step.silent) {
      telling.nodeCompleted(step);
    }
    List<Step> waiters = step.waiters;
    step.waiters = List.of();
    waiters.forEach(this::wake);
    if (step.pushed) {
      triggers.follow(step);
    }
    if (step.held) {
      release(step.scope);
    }
  }

  private static Optional<JsonNode> valueAt(Step step, String key) {
    for (int i = 0; i < step.node.dataInputs().size(); i++) {
      if (step.node.dataInputs().get(i).key().equals(key)) {
        return step.values(i).stream().findFirst();
      }
    }
    return Optional.empty();
  }

  /** Lets the step's scope wait for it. */
  static void hold(Step step) {
    if (!step.held) {
      step.held = true;
      step.scope.hold();
    }
  }

  /** Something that a scope waited for is over. */
  void release(Scope scope) {
    if (!scope.release() || ending.isOver() || scope.isStopped()) {
      return;
    }
    ending.noteWaiting(scope);
    boolean first = scope.end();
    if (scope.iteration.isPresent() && !first) {
      release(scope.iteration.get().outer());
    } else if (scope.iteration.isPresent()) {
      loops.iterationEnded(scope);
    } else if (scope.frame.parent.isPresent()) {
      subSpells.ended(scope.frame);
    } else {
      ending.complete(scope.frame);
    }
  }

  void fail(Step step, Throwable error) {
    if (isGivenUp(step)) {
      return;
    }
    if (step.phase == Step.Phase.DONE) {
      ending.fail(FailureCode.INTERNAL, "internal error " + host.report(error));
    } else {
      failing.fail(step, error);
    }
  }

  /** Whether nobody waits for the step any more. */
  boolean isGivenUp(Step step) {
    return ending.isOver() || step.scope.isStopped();
  }

  Ending ending() {
    return ending;
  }
}
