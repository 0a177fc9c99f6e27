package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One source of a spell that is played: all that it may see and do. */
public interface SourceRun extends NodeSettings {

  Instant now();

  /** Begins a run from the node with this item, when its turn has come. */
  void emit(JsonNode item);

  /**
   * Does something again and again, until the source is stopped or the task called off.
   *
   * @param period at least a millisecond
   * @return what calls it off
   */
  Runnable every(Duration period, Runnable task);

  /** Hears what others post to the spell, until the source is stopped. */
  void hear(Consumer<JsonNode> posted);

  /** Asks an operation of the mesh with the rights of whoever plays the spell; answered among the source's tasks. */
  <Q, A> CompletionStage<A> ask(Operation<Q, A> operation, Q question);
}
