package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Signature;
import io.spellmesh.engine.node.StateChange;
import io.spellmesh.engine.plan.DataInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What one attempt of one body sees. It holds copies of what it was given, and nothing of the run. */
final class Body extends Card implements NodeRun {
  private final Step step;
  private final String runKey;
  private final Optional<Fork> fork;
  private final Voice voice;
  private final Capabilities capabilities;
  private final Instant started;
  private final String spell;
  private final List<List<JsonNode>> values;
  private final Optional<JsonNode> answer;

  Body(Step step, String runKey, Optional<Fork> fork, Voice voice, Capabilities capabilities,
      String spell) {
    super(step.node);
    this.step = step;
    this.runKey = runKey;
    this.fork = fork;
    this.voice = voice;
    this.capabilities = capabilities;
    // The step goes on to its next attempt while this one may still be under way.
    started = step.started;
    this.spell = spell;
    answer = step.answer;
    int size = step.node.dataInputs().size();
    values = new ArrayList<>(size);
    for (int input = 0; input < size; input++) {
      values.add(step.values(input));
    }
  }

  @Override
  public <T> Optional<T> find(Input<T> socket) {
    return first(socket.key(), socket.name()).map(socket::read);
  }

  @Override
  public <T> T need(Input<T> socket) {
    return find(socket).orElseThrow(() -> socket.missing(isWired(socket)));
  }

  private boolean isWired(Input<?> socket) {
    return step.node.dataInputs().stream()
        .anyMatch(wired -> wired.key().equals(socket.key()) || wired.name().equals(socket.name()));
  }

  @Override
  public <T> List<T> all(Input<T> socket) {
    for (int i = 0; i < values.size(); i++) {
      if (step.node.dataInputs().get(i).key().equals(socket.key())) {
        return values.get(i).stream().map(socket::read).toList();
      }
    }
    return List.of();
  }

  @Override
  public Optional<JsonNode> input(String keyOrName) {
    return first(keyOrName, keyOrName);
  }

  private Optional<JsonNode> first(String key, String name) {
    List<DataInput> inputs = step.node.dataInputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).key().equals(key)) {
        return values.get(i).isEmpty() ? Optional.empty() : Optional.of(values.get(i).get(0));
      }
    }
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).name().equals(name) && !values.get(i).isEmpty()) {
        return Optional.of(values.get(i).get(0));
      }
    }
    return Optional.empty();
  }

  @Override
  public Map<String, JsonNode> inputs() {
    Map<String, JsonNode> firsts = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isEmpty()) {
        firsts.putIfAbsent(step.node.dataInputs().get(i).name(), values.get(i).get(0));
      }
    }
    return firsts;
  }

  @Override
  public Optional<String> reachedBy() {
    return step.reachedBy;
  }

  @Override
  public Optional<JsonNode> answer() {
    return answer;
  }

  @Override
  public List<Output> outputs() {
    return step.node.outputs();
  }

  @Override
  public void log(String level, String text) {
    voice.log(level, text);
  }

  @Override
  public void stream(Output output, String piece) {
    voice.stream(output.key(), piece);
  }

  @Override
  public void used(RunEvent.Usage usage) {
    voice.used(usage);
  }

  @Override
  public Instant started() {
    return started;
  }

  @Override
  public String key() {
    return runKey + "/" + step.path();
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
  public void pause(Duration time) {
    fork().pause(time);
  }

  @Override
  public JsonNode code(CodeAsk ask) {
    return await(capabilities.code(ask, voice::log));
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
    return await(capabilities.state(spell));
  }

  @Override
  public void changeState(StateChange change) {
    await(capabilities.change(spell, change, key()));
  }

  @Override
  public <T> T await(CompletionStage<T> answer) {
    return fork().await(answer);
  }

  private Fork fork() {
    return fork.orElseThrow(() -> new IllegalStateException(
        step.node.typeName() + " waits, but its specification does not say so"));
  }
}
