package io.spellmesh.contract.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Operation;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a spell remembers of the caller from run to run: what State Read and State Write work on, and what code gets as
 * its third argument. A sub-spell has a state of its own. A spell of another user is answered as unknown.
 */
public interface States {
  Operation<Which, State> GET = Operation.at("spellmesh.runner.state", Which.class, State.class);
  /**
   * Puts a value, or all of them, in place of what is there. UNPROCESSABLE if the state would grow beyond {@link
   * State#mostBytes}. A run under way may write over it, name by name.
   */
  Operation<Put, State> PUT = Operation.at("spellmesh.runner.state-put", Put.class, State.class);
  /** Takes a value away, if there is one, or all that came since the spell was made. */
  Operation<Forget, State> FORGET = Operation.at("spellmesh.runner.state-forget", Forget.class, State.class);

  /** In UTF-16 units; what a run itself remembers may have longer names. */
  int LONGEST_NAME = 500;

  record Which(UUID spell) {
    public Which {
      Objects.requireNonNull(spell, "spell is missing");
    }
  }

  /**
   * @param name  whose value it is; absent for the whole state
   * @param value any JSON with a name, an object without
   */
  record Put(UUID spell, Optional<String> name, JsonNode value) {
    public Put {
      Objects.requireNonNull(spell, "spell is missing");
      Objects.requireNonNull(value, "value is missing");
      name.ifPresent(States::checkName);
      if (name.isEmpty() && !value.isObject()) {
        throw new IllegalArgumentException("the whole state must be an object of values by name");
      }
    }

    /** Without the value. */
    @Override
    public String toString() {
      return "Put[" + spell + "]";
    }
  }

  /** @param name whose value goes; absent for all: the spell begins again with what its file says, if anything */
  record Forget(UUID spell, Optional<String> name) {
    public Forget {
      Objects.requireNonNull(spell, "spell is missing");
      name.ifPresent(States::checkName);
    }
  }

  /**
   * @param values    by name
   * @param bytes     of them all, as JSON in UTF-8
   * @param mostBytes that they may be
   */
  record State(ObjectNode values, long bytes, long mostBytes) {
    /** Without the values. */
    @Override
    public String toString() {
      return "State[" + bytes + " bytes]";
    }
  }

  private static void checkName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("name is " + name.length() + " characters long, must be 1 to " + LONGEST_NAME);
    }
  }
}
