package io.spellmesh.nodes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Signature;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.StateChange;
import io.spellmesh.engine.node.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Runs the body of a node type with given values and settings, without an engine. */
public final class Trial implements NodeRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SPELL = "spell";

  private record Socket(String key, String name, List<JsonNode> values) {}

  private final NodeType type;
  private final List<Socket> sockets = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> pieces = new ArrayList<>();
  private final List<RunEvent.Usage> used = new ArrayList<>();
  private ObjectNode data = JSON.createObjectNode();
  private Optional<String> reachedBy = Optional.empty();
  private Optional<JsonNode> answer = Optional.empty();
  private Capabilities capabilities = Capabilities.NONE;
  private String key = "run/1";
  private Instant started = Instant.parse("2026-11-22T10:00:00Z");
  private Duration paused = Duration.ZERO;

  private Trial(NodeType type) {
    this.type = type;
    outputs.addAll(type.spec().outputs());
  }

  public static Trial of(NodeType type) {
    return new Trial(type);
  }

  /** Reads JSON; single quotes stand for double ones. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(text, wrong);
    }
  }

  public Trial set(String json) {
    data = (ObjectNode) json(json);
    return this;
  }

  public Trial set(String key, String text) {
    data.put(key, text);
    return this;
  }

  /** The world as far as the body can reach it; nothing of it if this is not said. */
  public Trial in(Capabilities world) {
    capabilities = world;
    return this;
  }

  /** Values at a socket, as JSON. */
  public Trial given(String key, String... values) {
    return named(key, key, values);
  }

  public Trial named(String key, String name, String... values) {
    List<JsonNode> nodes = new ArrayList<>();
    for (String value : values) {
      nodes.add(json(value));
    }
    sockets.add(new Socket(key, name, nodes));
    return this;
  }

  /** One value at a socket. */
  public Trial value(String key, JsonNode value) {
    sockets.add(new Socket(key, key, List.of(value)));
    return this;
  }

  public Trial with(String output, SocketType kind) {
    outputs.add(Output.of(output, kind));
    return this;
  }

  public Trial with(Output output) {
    outputs.add(output);
    return this;
  }

  public Trial by(String trigger) {
    reachedBy = Optional.of(trigger);
    return this;
  }

  /** The key of the step: its run, a slash, and its path. */
  public Trial keyed(String step) {
    key = step;
    return this;
  }

  /** When the body begins, by the clock of the run. */
  public Trial at(String instant) {
    started = Instant.parse(instant);
    return this;
  }

  /** How long the body has let time pass. */
  public Duration paused() {
    return paused;
  }

  /** What a person has answered, or the time that has come. */
  public Trial answered(String json) {
    answer = Optional.of(json(json));
    return this;
  }

  /** Runs the body, and makes sure that it changed nothing of what it was given. */
  public Result run() {
    List<JsonNode> before = new ArrayList<>();
    sockets.forEach(socket -> socket.values().forEach(value -> before.add(value.deepCopy())));
    JsonNode dataBefore = data.deepCopy();
    Result result;
    try {
      result = type.run(this);
    } catch (RuntimeException | Error own) {
      throw own;
    } catch (Exception other) {
      throw new AssertionError(other);
    }
    List<JsonNode> after = sockets.stream().flatMap(socket -> socket.values().stream()).toList();
    if (!before.equals(after) || !dataBefore.equals(data)) {
      throw new AssertionError("the body changed what it was given: " + before + " to " + after);
    }
    return result;
  }

  /** The outputs of a run as JSON text with single quotes. */
  public String outputsOfRun() {
    ObjectNode all = JSON.createObjectNode();
    run().outputs().forEach(all::set);
    return all.toString().replace('"', '\'');
  }

  /** As the engine tells it, without the node. */
  public String failure() {
    try {
      Result result = run();
      throw new AssertionError("expected a failure, got " + result);
    } catch (NodeFailure expected) {
      return expected.input().map(this::named).orElse("") + expected.getMessage();
    }
  }

  private String named(String key) {
    return "input '" + type.spec().inputs().stream().filter(input -> input.key().equals(key)).findFirst()
        .map(Input::name).orElse(key) + "': ";
  }

  public List<String> lines() {
    return lines;
  }

  /** What it streamed, each piece after its output's key. */
  public List<String> pieces() {
    return pieces;
  }

  /** What it used of language models, answer by answer. */
  public List<RunEvent.Usage> used() {
    return used;
  }

  @Override
  public <T> Optional<T> find(Input<T> socket) {
    return input(socket.key()).map(socket::read);
  }

  @Override
  public <T> T need(Input<T> socket) {
    return find(socket).orElseThrow(() -> socket.missing(false));
  }

  @Override
  public <T> List<T> all(Input<T> socket) {
    return sockets.stream().filter(one -> one.key().equals(socket.key()))
        .flatMap(one -> one.values().stream()).map(socket::read).toList();
  }

  @Override
  public Optional<JsonNode> input(String keyOrName) {
    return sockets.stream().filter(one -> one.key().equals(keyOrName)).findFirst()
        .or(() -> sockets.stream().filter(one -> one.name().equals(keyOrName)).findFirst())
        .flatMap(one -> one.values().stream().findFirst());
  }

  @Override
  public Map<String, JsonNode> inputs() {
    Map<String, JsonNode> firsts = new LinkedHashMap<>();
    sockets.forEach(one -> one.values().stream().findFirst()
        .ifPresent(value -> firsts.put(one.name(), value)));
    return firsts;
  }

  @Override
  public ObjectNode data() {
    return data;
  }

  private Optional<JsonNode> saved(Control control) {
    return Optional.ofNullable(data.get(control.key())).filter(value -> !value.isNull());
  }

  @Override
  public String control(Control.Text control) {
    return saved(control).map(Values::text).orElse(control.byDefault());
  }

  @Override
  public double control(Control.Number control) {
    double number = saved(control).map(Values::number).orElse(control.byDefault());
    if (number < control.min() || number > control.max()) {
      throw new NodeFailure(control.label() + " is out of range");
    }
    return number;
  }

  @Override
  public String control(Control.Choice control) {
    return saved(control).map(Values::text).orElse(control.byDefault());
  }

  @Override
  public boolean control(Control.Toggle control) {
    return saved(control).map(value -> value.isTextual() ? value.textValue().equals("true")
        : Values.truthy(value)).orElse(control.byDefault());
  }

  @Override
  public String control(Control.Code control) {
    return saved(control).map(Values::text).orElse(control.byDefault());
  }

  @Override
  public Optional<JsonNode> control(Control.Json control) {
    return saved(control).or(control::byDefault);
  }

  @Override
  public Optional<String> reachedBy() {
    return reachedBy;
  }

  @Override
  public Optional<JsonNode> answer() {
    return answer;
  }

  @Override
  public List<Output> outputs() {
    return List.copyOf(outputs);
  }

  @Override
  public void log(String level, String text) {
    lines.add(level + ": " + text);
  }

  @Override
  public void stream(Output output, String piece) {
    pieces.add(output.key() + ": " + piece);
  }

  @Override
  public void used(RunEvent.Usage usage) {
    used.add(usage);
  }

  @Override
  public Instant started() {
    return started;
  }

  @Override
  public void pause(Duration time) {
    mustWait();
    paused = paused.plus(time);
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public <Q, A> A ask(Operation<Q, A> operation, Q question) {
    return await(capabilities.ask(operation, question));
  }

  @Override
  public <Q, A> A ask(StreamingOperation<Q, A> operation, Q question) {
    return await(capabilities.stream(operation, question, piece -> { }));
  }

  @Override
  public <Q, A> A ask(StreamingOperation<Q, A> operation, Q question, Output output) {
    return await(capabilities.stream(operation, question, piece -> stream(output, piece)));
  }

  @Override
  public JsonNode code(CodeAsk ask) {
    return await(capabilities.code(ask, this::log));
  }

  @Override
  public HttpAnswer http(HttpAsk ask) {
    return await(capabilities.http(ask));
  }

  @Override
  public String account(String connector) {
    return await(capabilities.account(connector));
  }

  @Override
  public Signature sign(String connector, byte[] digest) {
    return await(capabilities.sign(connector, digest));
  }

  @Override
  public ObjectNode state() {
    return await(capabilities.state(SPELL));
  }

  @Override
  public void changeState(StateChange change) {
    await(capabilities.change(SPELL, change, key()));
  }

  @Override
  public <T> T await(CompletionStage<T> answer) {
    mustWait();
    try {
      return answer.toCompletableFuture().join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException known ? known : failed;
    }
  }

  private void mustWait() {
    if (!type.spec().waits()) {
      throw new IllegalStateException(type.spec().type() + " waits, but its specification does not say so");
    }
  }
}
