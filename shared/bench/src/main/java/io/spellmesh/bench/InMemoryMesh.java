package io.spellmesh.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.document.Documents;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.StateChange;
import io.spellmesh.runner.code.CodeConfig;
import io.spellmesh.runner.code.CodePool;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Services that answer at once, and the same each time: what a node that asks costs is then its own. Code alone is
 * run as the program runs it.
 */
final class InMemoryMesh implements Capabilities, AutoCloseable {
  static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private static final Events.Event EVENT = new Events.Event(ID, "Hello", Events.Place.ANYWHERE, Optional.empty(),
      Optional.empty(), Instant.EPOCH);
  private static final Map<String, Object> ANSWERS = Map.of(
      Events.STORE.address(), EVENT,
      Events.RECALL.address(), new Events.Recalled(List.of(EVENT, EVENT, EVENT)),
      Documents.GET.address(), new Documents.Document(ID, Optional.empty(), Optional.of("Title"), Optional.empty(),
          Optional.empty(), Optional.of("Content"), Optional.empty(), true, Instant.EPOCH, 1, 1),
      Tasks.CREATE.address(), new Tasks.Task(ID, Optional.empty(), "Write to Ada", Optional.empty(), Optional.empty(),
          Tasks.Status.ACTIVE, Optional.empty(), List.of(), Instant.EPOCH, Instant.EPOCH));
  private static final Completions.Completed COMPLETED =
      new Completions.Completed("Dear Ada, ".repeat(10), Optional.empty(), "none", "none", Optional.empty());
  private static final ObjectNode STATE = Wire.read("{\"output\":[1,2,3]}", ObjectNode.class);

  private final CodePool code = new CodePool(new CodeConfig(1, Duration.ofSeconds(5), 64 << 20, 100, 100));

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    return CompletableFuture.completedFuture(operation.answer().cast(ANSWERS.get(operation.address())));
  }

  @Override
  public <Q, A> CompletableFuture<A> stream(StreamingOperation<Q, A> operation, Q question,
      Consumer<String> pieces) {
    for (int piece = 0; piece < 10; piece++) {
      pieces.accept("Dear Ada, ");
    }
    return CompletableFuture.completedFuture(operation.operation().answer().cast(COMPLETED));
  }

  @Override
  public CompletableFuture<JsonNode> code(CodeAsk ask, BiConsumer<String, String> log) {
    return code.run(ID, ask, log);
  }

  @Override
  public CompletableFuture<ObjectNode> state(String spell) {
    return CompletableFuture.completedFuture(STATE);
  }

  @Override
  public CompletableFuture<ObjectNode> change(String spell, StateChange change, String key) {
    return CompletableFuture.completedFuture(change.applyTo(STATE));
  }

  @Override
  public CompletableFuture<HttpAnswer> http(HttpAsk ask) {
    String body = switch (ask.connector().orElse("")) {
      case "discord" -> "[{\"id\":\"123456\",\"name\":\"general\",\"type\":0,\"position\":1}]";
      case "ethereum" -> "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0xde0b6b3a7640000\"}";
      case "mcp" -> toolServer(ask);
      default -> "[{\"name\":\"Ada\",\"age\":36},{\"name\":\"Tim\",\"age\":12}]";
    };
    return CompletableFuture.completedFuture(new HttpAnswer(200, Map.of("content-type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String toolServer(HttpAsk ask) {
    JsonNode request = ask.body().map(body -> Wire.read(new String(body, StandardCharsets.UTF_8), JsonNode.class))
        .orElseGet(JsonNodeFactory.instance::objectNode);
    String result = request.path("method").asText().equals("initialize")
        ? "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{}}"
        : "{\"tools\":[{\"name\":\"add\",\"inputSchema\":{\"type\":\"object\"}}]}";
    return "{\"jsonrpc\":\"2.0\",\"id\":" + request.path("id").asInt() + ",\"result\":" + result + "}";
  }

  @Override
  public void close() {
    code.close();
  }
}
