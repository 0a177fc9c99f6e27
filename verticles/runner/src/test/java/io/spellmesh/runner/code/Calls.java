package io.spellmesh.runner.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** A pool as one user meets it. */
final class Calls implements AutoCloseable {
  static final Duration TIME = Duration.ofSeconds(5);

  private final CodePool pool;
  private final UUID user = UUID.randomUUID();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  Calls() {
    this(TIME, 2, 1000);
  }

  Calls(Duration time, int threads, int maxWaiting) {
    pool = new CodePool(new CodeConfig(threads, time, 48L << 20, maxWaiting, maxWaiting));
  }

  /** @param arguments as JSON, with single quotes */
  CompletableFuture<JsonNode> calling(String source, String... arguments) {
    return callingAs(user, source, arguments);
  }

  CompletableFuture<JsonNode> callingAs(UUID somebody, String source, String... arguments) {
    List<JsonNode> values = Stream.of(arguments)
        .map(text -> Wire.read(text.replace('\'', '"'), JsonNode.class)).toList();
    return pool.run(somebody, new CodeAsk(source, "input", values), (level, line) -> lines.add(level + ": " + line));
  }

  /** What it gives, as JSON with single quotes. */
  String call(String source, String... arguments) {
    return Waiting.await(Future.fromCompletionStage(calling(source, arguments))).toString().replace('"', '\'');
  }

  NodeFailure failure(String source, String... arguments) {
    return failure(calling(source, arguments));
  }

  NodeFailure failure(CompletableFuture<JsonNode> call) {
    Object given;
    try {
      given = Waiting.await(Future.fromCompletionStage(call));
    } catch (NodeFailure expected) {
      return expected;
    }
    throw new AssertionError("should have failed, but gave " + given);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    pool.close();
  }
}
