package io.spellmesh.engine.node;

import java.util.Optional;

/** What the engine itself does about nodes of a type, beside running their body. */
public sealed interface Role {
  /** Key of the data output that gives the text of an error that is handled. */
  String MESSAGE = "message";

  /** Nothing. */
  record Plain() implements Role {}

  /** Begins a run: holds a value that the run is given by name. */
  record ValueEntry(Output value, Optional<Output> trigger) implements Role {}

  /** Begins a run that names no wired value entry; the topmost one does. */
  record TriggerEntry(Output trigger) implements Role {}

  /** Begins a run in an editor's playtest; takes the value of its name too. */
  record PlaytestEntry(Optional<Output> value, Output trigger) implements Role {}

  /** Begins a run for each item that it emits while its spell is played; the type is a {@link SourceType}. */
  record Source(Output item, Output trigger) implements Role {}

  /** Its value at {@code value} is an output of the run, under the node's name. */
  record ValueExit(Input<?> value) implements Role {}

  /** Reports to the sub-spell's caller that its trigger was reached. */
  record TriggerExit() implements Role {}

  /** Runs once every wired trigger socket of it has been reached. */
  record Join() implements Role {}

  /**
   * Opens a scope for each element: {@code each} fires there, {@code element} and {@code index} have
   * values there; {@code done} fires outside when all have fallen quiet.
   *
   * @param caught fires in place of {@code done} when something inside fails that nobody there handles, and
   *     what is under way inside is given up; the data output {@link #MESSAGE} then gives the text. Without it
   *     such an error goes on outwards.
   */
  record Loop(Output each, Output element, Output index, Output done, Optional<Output> caught)
      implements Role {
    public Loop(Output each, Output element, Output index, Output done) {
      this(each, element, index, done, Optional.empty());
    }
  }

  /** From outside of a loop it is given what its sources gave in every iteration, in the order of elements. */
  record Collector() implements Role {}

  /**
   * Runs another spell in a scope of its own.
   *
   * @param event what that spell's Input is given, where no socket of the node is the one for it
   */
  record SubSpell(Optional<Input<?>> event) implements Role {
    public SubSpell() {
      this(Optional.empty());
    }

    public SubSpell(Input<?> event) {
      this(Optional.of(event));
    }
  }

  /**
   * Its body names a spell ({@link Result#calling}), which runs in a scope of its own; then the body is run again,
   * with that spell's outputs by name as {@link NodeRun#answer}.
   */
  record Caller() implements Role {}
}
