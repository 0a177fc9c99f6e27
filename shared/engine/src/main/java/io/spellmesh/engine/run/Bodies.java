package io.spellmesh.engine.run;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Result;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs bodies: inline those that only compute, apart from the strand those that may wait. */
final class Bodies {
  private final String runKey;
  private final Conductor conductor;
  private final Map<Fork, Attempt> forks = new LinkedHashMap<>();
  private final Map<Step, Host.Timer> retries = new LinkedHashMap<>();
  private int outside;

  private record Attempt(Step step, Host.Timer timer) {}

  Bodies(String runKey, Conductor conductor) {
    this.runKey = runKey;
    this.conductor = conductor;
  }

  /** Whether something is under way that will come back to the strand by itself. */
  boolean isAnythingOutside() {
    return outside > 0;
  }

  /** Begins an attempt. A body that changes the world waits until its start cannot be forgotten. */
  void begin(Step step) {
    if (conductor.isGivenUp(step)) {
      return;
    }
    Effect effect = step.node.spec().effect();
    if (effect == Effect.PURE || effect == Effect.READ) {
      attempt(step);
    } else {
      outside++;
      conductor.host.whenCommitted(conductor.telling.last(), () -> resume(step, () -> attempt(step)));
    }
  }

  private void attempt(Step step) {
    if (step.node.spec().waits()) {
      fork(step);
      return;
    }
    Result result;
    try {
      result = step.node.type().run(body(step, Optional.empty(), voice(step, Runnable::run)));
    } catch (Throwable error) {
      // A body that runs out of stack fails its node, not the strand.
      conductor.fail(step, error);
      return;
    }
    conductor.complete(step, result);
  }

  private void fork(Step step) {
    Host host = conductor.host;
    Fork fork = new Fork(host);
    Body body = body(step, Optional.of(fork),
        voice(step, task -> host.post(() -> onStrand(step, fork, task))));
    Duration time = step.node.patience().timeout().orElse(conductor.settings.limits().nodeTime());
    Host.Timer timer = host.after(time, () -> timeUp(step, fork, time));
    step.fork = Optional.of(fork);
    forks.put(fork, new Attempt(step, timer));
    outside++;
    host.fork(() -> {
      Runnable outcome;
      try {
        Result result = step.node.type().run(body);
        outcome = () -> conductor.complete(step, result);
      } catch (Throwable error) {
        outcome = () -> conductor.fail(step, error);
      }
      Runnable ended = outcome;
      host.post(() -> {
        outside--;
        timer.callOff();
        forks.remove(fork);
        onStrand(step, fork, () -> {
          step.fork = Optional.empty();
          try {
            ended.run();
          } catch (RuntimeException error) {
            conductor.fail(step, error);
          }
        });
        conductor.turn();
      });
    });
  }

  private Body body(Step step, Optional<Fork> fork, Voice voice) {
    return new Body(step, runKey, fork, voice, conductor.host.capabilities(),
        step.scope.frame.program.spell(step.scope.frame.plan).map(Program.Named::id).orElse(""));
  }

  private Voice voice(Step step, Consumer<Runnable> onStrand) {
    return new Voice(step, conductor.telling, onStrand, conductor.settings.limits().valueBytes());
  }

  /** What a fork says counts only while it is the step's current attempt. */
  private void onStrand(Step step, Fork fork, Runnable task) {
    if (step.fork.filter(current -> current == fork).isPresent() && !conductor.ending().isOver()) {
      task.run();
    }
  }

  private void timeUp(Step step, Fork fork, Duration time) {
    onStrand(step, fork, () -> {
      step.fork = Optional.empty();
      Stopped why = Deadlines.late(time);
      fork.stop(why);
      conductor.fail(step, why);
      conductor.turn();
    });
  }

  /** Waits for something outside that is no body. */
  <T> void whenThere(Step step, CompletionStage<T> something, Consumer<T> then) {
    outside++;
    something.whenComplete((value, error) -> conductor.host.post(() -> resume(step, () -> {
      if (error == null) {
        then.accept(value);
      } else {
        conductor.fail(step, error instanceof CompletionException && error.getCause() != null
            ? error.getCause() : error);
      }
    })));
  }

  /** Begins the next attempt after a while. */
  void retry(Step step, Duration delay) {
    outside++;
    retries.put(step, conductor.host.after(delay, () -> {
      // It may have been called off between its ringing and its turn, and counts no more then.
      if (retries.keySet().remove(step)) {
        resume(step, () -> again(step));
      }
    }));
  }

  private void again(Step step) {
    step.attempt++;
    step.used = Optional.empty();
    conductor.usage.step();
    if (!conductor.isGivenUp(step)) {
      step.started = conductor.host.now();
      conductor.telling.nodeStarted(step);
      begin(step);
    }
  }

  /** Something from outside has come back to the strand. */
  private void resume(Step step, Runnable task) {
    outside--;
    if (!conductor.isGivenUp(step)) {
      try {
        task.run();
      } catch (RuntimeException error) {
        conductor.fail(step, error);
      }
    }
    conductor.turn();
  }

  /** Stops every body under way in some scopes, and calls off their timers. */
  void stop(Predicate<Scope> where, Stopped why) {
    List.copyOf(retries.keySet()).stream().filter(step -> where.test(step.scope)).forEach(step -> {
      retries.remove(step).callOff();
      outside--;
    });
    List.copyOf(forks.entrySet()).stream()
        .filter(entry -> where.test(entry.getValue().step().scope)).forEach(entry -> {
          entry.getValue().timer().callOff();
          entry.getKey().stop(why);
        });
  }
}
