package io.spellmesh.completion.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions.Call;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.ToolCall;
import io.spellmesh.contract.completion.Completions.Usage;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An answer put together of what a server sends. Failures are PROVIDER_FAILED. */
public final class Gathering {
  private static final int LONGEST_ANSWER = 8_000_000;
  private static final int MOST_CALLS = 256;

  /** A call of which pieces come. */
  private static final class Making {
    private final StringBuilder arguments = new StringBuilder();
    private Optional<String> id = Optional.empty();
    private String name = "";
  }

  private final Consumer<String> pieces;
  private final Optional<String> key;
  private final StringBuilder text = new StringBuilder();
  /** By the number that the server gives them. */
  private final Map<Integer, Making> calls = new TreeMap<>();
  private Optional<String> model = Optional.empty();
  private Optional<Usage> usage = Optional.empty();
  private long length;
  private boolean answered;

  /** @param key of ours, which a failure may quote */
  public Gathering(Consumer<String> pieces, Optional<String> key) {
    this.pieces = pieces;
    this.key = key;
  }

  /** Reads a part of the answer; one that says that something went wrong is thrown as that. */
  public JsonNode read(String json) {
    JsonNode part;
    try {
      part = Wire.read(json, JsonNode.class);
    } catch (Failure noJson) {
      throw failed("sent what is no JSON");
    }
    if (part.path("error").isObject() || part.path("error").isTextual()) {
      throw failed("broke off: " + Refusal.masked(Refusal.wordsOf(Buffer.buffer(json), "no reason given"), key));
    }
    return part;
  }

  /** There is an answer, be it empty. */
  public void answered() {
    answered = true;
  }

  public void piece(String piece) {
    answered = true;
    count(piece);
    text.append(piece);
    pieces.accept(piece);
  }

  /** A call begins, or tells its id or name. @param index tells calls of one answer apart */
  public void call(int index, Optional<String> id, Optional<String> name) {
    answered = true;
    Making call = making(index);
    call.id = call.id.or(() -> id);
    call.name = call.name.isEmpty() ? name.orElse("") : call.name;
  }

  public void arguments(int index, String piece) {
    count(piece);
    making(index).arguments.append(piece);
  }

  /** The number of the next call, for servers that give none. */
  public int nextCall() {
    return calls.size();
  }

  private Making making(int index) {
    if (calls.size() >= MOST_CALLS && !calls.containsKey(index)) {
      throw failed("calls more than " + MOST_CALLS + " tools at once, which is the limit");
    }
    return calls.computeIfAbsent(index, _ -> new Making());
  }

  private void count(String piece) {
    length += piece.length();
    if (length > LONGEST_ANSWER) {
      throw failed("answered more than " + LONGEST_ANSWER + " characters, which is the limit");
    }
  }

  public void model(Optional<String> name) {
    model = model.or(() -> name);
  }

  /** The newest count is the one that counts. */
  public void usage(int promptTokens, int answerTokens) {
    usage = Optional.of(new Usage(promptTokens, answerTokens));
  }

  /** @param asked the model that was asked for, where the server names none */
  public Completed whole(String provider, String asked) {
    if (!answered) {
      throw failed("answered nothing");
    }
    List<ToolCall> made = calls.entrySet().stream().map(call -> new ToolCall(
        call.getValue().id.orElse("call-" + (call.getKey() + 1)), call.getValue().name,
        call.getValue().arguments.toString())).toList();
    return new Completed(text.toString(),
        made.stream().findFirst().map(first -> new Call(first.name(), first.arguments())), provider,
        model.orElse(asked), usage, Optional.of(made).filter(some -> !some.isEmpty()));
  }

  /** The text of a field, unless it has none. */
  public static Optional<String> text(JsonNode value) {
    return value.isTextual() && !value.textValue().isEmpty() ? Optional.of(value.textValue()) : Optional.empty();
  }

  public static Failure failed(String how) {
    return new Failure(FailureCode.PROVIDER_FAILED, "the model server " + how);
  }
}
