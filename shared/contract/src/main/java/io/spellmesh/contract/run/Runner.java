package io.spellmesh.contract.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.node.NodeTypeInfo;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What may be asked of the runner: runs, and what only the engine knows of spells. */
public interface Runner {
  /** How long one {@link #AWAIT} waits at most. */
  Duration AWAIT_TURN = Duration.ofSeconds(20);

  /** Starts a run; answered once its first events are committed. */
  Operation<Start, Started> START =
      Operation.at("spellmesh.runner.start", Start.class, Started.class).withPatience(Duration.ofSeconds(30));
  /** The events after a number. */
  Operation<Since, Events> SINCE = Operation.at("spellmesh.runner.since", Since.class, Events.class);
  /**
   * The run once it has ended or waits for a person or a time, or as it stands after {@link #AWAIT_TURN}; any process
   * answers.
   */
  Operation<Which, RunView> AWAIT = Operation.at("spellmesh.runner.await", Which.class, RunView.class)
      .withPatience(AWAIT_TURN.plusSeconds(5));
  /** Ends a run; answered once its final event is committed. A run that has ended stays as it is. */
  Operation<Which, RunView> CANCEL = Operation.at("spellmesh.runner.cancel", Which.class, RunView.class);
  /**
   * What a person answers to a step that waits for one; answered once the answer is committed. A run that is parked
   * goes on where the answer arrives. NOT_FOUND if no such step has begun to wait, CONFLICT if it does not wait for a
   * person any more.
   */
  Operation<Answer, RunView> ANSWER =
      Operation.at("spellmesh.runner.answer", Answer.class, RunView.class).withPatience(Duration.ofSeconds(30));
  /**
   * Goes on with a run that was interrupted: what its completed steps gave stands, and those that were under way run
   * again. CONFLICT if it is not interrupted, or naming the steps that may do harm when they run again.
   */
  Operation<Resume, RunView> RESUME =
      Operation.at("spellmesh.runner.resume", Resume.class, RunView.class).withPatience(Duration.ofSeconds(30));
  /** A run as it stands. */
  Operation<Which, RunView> GET = Operation.at("spellmesh.runner.get", Which.class, RunView.class);
  /** The caller's runs, newest first. */
  Operation<Runs, RunPage> LIST = Operation.at("spellmesh.runner.list", Runs.class, RunPage.class);
  /** A value that was too large to travel in an event. */
  Operation<ValueOf, Value> VALUE = Operation.at("spellmesh.runner.value", ValueOf.class, Value.class);
  /** Every node type there is. */
  Operation<Nothing, NodeTypes> NODE_TYPES =
      Operation.at("spellmesh.runner.node-types", Nothing.class, NodeTypes.class);
  /** Reads a file in any format spells were ever saved in; changes and runs nothing. */
  Operation<SpellFile, ReadSpells> READ_FILE =
      Operation.at("spellmesh.runner.read-file", SpellFile.class, ReadSpells.class)
          .withPatience(Duration.ofSeconds(15));

  /**
   * @param run            id the asker chose, so that asking twice starts one run
   * @param spell          id of the spell, run in its newest version
   * @param inputs         by input name
   * @param idempotencyKey 8 to 128 printable characters, unique per user
   * @param tab            the tab that asked
   * @param pinned         see {@link #pinned}
   * @param from           an earlier run whose results are taken over
   * @param to             id of a node: only what leads to it is run, and nothing behind it; of one in a sub-spell, the ids
   *                       of the Spell nodes around it before it: {@code 5/12}. In a loop, every iteration goes there
   */
  record Start(Optional<UUID> run, UUID spell, ObjectNode inputs, Optional<String> idempotencyKey,
      Optional<String> tab, Optional<Map<String, ObjectNode>> pinned, Optional<From> from, Optional<String> to) {
    public Start {
      Objects.requireNonNull(spell, "spell is missing");
      Objects.requireNonNull(inputs, "inputs is missing, must be an object");
      pinned = pinned.map(Runner::pinned);
      idempotencyKey.filter(key -> !key.matches("[\\x21-\\x7e]{8,128}")).ifPresent(key -> {
        throw new IllegalArgumentException("the idempotency key has " + key.length()
            + " characters, must be 8 to 128 printable ones without spaces");
      });
    }

    /** Of a run that runs all of its spell. */
    public Start(Optional<UUID> run, UUID spell, ObjectNode inputs, Optional<String> idempotencyKey,
        Optional<String> tab) {
      this(run, spell, inputs, idempotencyKey, tab, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * Runs from a node on, with the results of another run in place of everything that does not hang below the node.
   * Inputs that are not given are the other run's. Steps that failed there with nobody to catch it run again, and so
   * do loops, whose steps do not.
   *
   * @param run  another run of the same spell, perhaps of another version of it; of one that has not ended, what it
   *             has told so far
   * @param node id of the node; of one in a sub-spell, the ids of the Spell nodes around it before it: {@code 5/12}
   */
  record From(UUID run, String node) {
    public From {
      Objects.requireNonNull(run, "run is missing");
      Objects.requireNonNull(node, "node is missing, must be the id of a node");
    }
  }

  /**
   * What nodes give in place of running: outputs by key, by the node's id. {@code 5/12} is node 12 in the sub-spell of
   * node 5, and {@code 5[2]/12} node 12 in iteration 2 of loop 5 alone. A trigger output is true if it is to fire; if
   * none is named, all fire but {@code error}.
   */
  static Map<String, ObjectNode> pinned(Map<String, ObjectNode> nodes) {
    nodes.forEach((node, outputs) -> {
      if (outputs == null || outputs.isNull()) {
        throw new IllegalArgumentException("pinned node '" + node + "' has no outputs, must have an object of them");
      }
    });
    return Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /** @param replayed whether the same request had started this run before */
  record Started(UUID run, boolean replayed) {}

  record Which(UUID run) {
    public Which {
      Objects.requireNonNull(run, "run is missing");
    }
  }

  /** @param step which of the run's steps, as its {@code node.waiting} named it */
  record Answer(UUID run, String step, JsonNode value) {
    public Answer {
      Objects.requireNonNull(run, "run is missing");
      Objects.requireNonNull(step, "step is missing, must be the step that waits");
      if (value == null || value.isNull()) {
        throw new IllegalArgumentException("value is missing, must be what the person answers");
      }
    }
  }

  /** @param again steps that are to run again although that may do harm */
  record Resume(UUID run, Optional<List<String>> again) {
    public Resume {
      Objects.requireNonNull(run, "run is missing");
      again = again.map(List::copyOf);
    }
  }

  /**
   * @param epoch what the asker last saw
   * @param after number of the last event the asker has, 0 for none
   */
  record Since(UUID run, Optional<Integer> epoch, long after) {
    public Since {
      Objects.requireNonNull(run, "run is missing");
      if (after < 0) {
        throw new IllegalArgumentException("after is " + after + ", must be at least 0");
      }
    }
  }

  /**
   * @param groups journal messages in order, about 128 KB of them; the first may begin before {@code after}
   * @param texts  what steps under way have given so far, where the answering process runs them
   * @param more   whether there are further groups now
   * @param reset  whether what the asker holds cannot be continued: forget it and begin with after 0
   */
  record Events(List<RunGroup> groups, boolean more, RunHead head, boolean reset,
      Optional<List<RunParts.Snapshot>> texts) {}

  record Runs(Optional<UUID> spell, Page page) {}

  record RunPage(List<RunView> items, Optional<String> next) {}

  record ValueOf(UUID run, String ref) {}

  record Value(JsonNode value) {}

  record NodeTypes(List<NodeTypeInfo> nodeTypes) {}

  /** @param file the parsed file */
  record SpellFile(JsonNode file) {}

  /** @param warnings what was repaired, and what will keep a spell from running */
  record ReadSpells(List<ReadSpell> spells, List<Mistake> warnings) {}

  /**
   * @param graph    the graph as it was saved, out of its wrapper
   * @param wrapper  everything else the file said of the spell, kept for export
   * @param oldId    the id the file gave it, by which other spells of the file may name it
   */
  record ReadSpell(String name, Optional<String> oldId, ObjectNode graph, ObjectNode wrapper,
      List<Mistake> warnings) {}
}
