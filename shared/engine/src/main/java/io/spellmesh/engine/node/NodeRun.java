package io.spellmesh.engine.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.stream.StreamingOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One run of one node: all that a body may see and do. */
public interface NodeRun extends NodeSettings {

  /** The first value at the socket, if it has one. */
  <T> Optional<T> find(Input<T> socket);

  /** The first value at the socket. @throws NodeFailure if there is none */
  <T> T need(Input<T> socket);

  /** Every value at the socket, in stored order. */
  <T> List<T> all(Input<T> socket);

  /** The first value at the data socket with this key, else with this name. */
  Optional<JsonNode> input(String keyOrName);

  /** The first value of each wired data socket that has one, by the socket's name, in socket order. */
  Map<String, JsonNode> inputs();

  /** Key of the trigger socket it was reached by; absent if it is pulled. */
  Optional<String> reachedBy();

  /**
   * What the body waited for, once it has come: what a person answered, the time as text, or the outputs by name of
   * the spell that it called. A body that is run for the first time has none; one that waits again has the newest.
   */
  Optional<JsonNode> answer();

  /** The node's own outputs, the type's and those that were added to it. */
  List<Output> outputs();

  /** Shows a line with the node. @param level {@code info}, {@code warn} or {@code error} */
  void log(String level, String text);

  /**
   * Shows a piece of an output that is still being made. Pieces are shown in order and kept nowhere; what
   * counts is the value that the body gives in the end, which should be all of them together.
   */
  void stream(Output output, String piece);

  /** Says what an answer of a language model took; what this attempt of the body says of several is added up. */
  void used(RunEvent.Usage usage);

  /** When this attempt of the body began, by the clock of the run. */
  Instant started();

  /** Unique for this step of this run, the same in every attempt: {@code <run>/<step>}. */
  String key();

  /**
   * Asks an operation of the mesh with the rights of the run's user, and waits for the answer; for types whose
   * specification says that they wait. What it fails with fails the node.
   */
  <Q, A> A ask(Operation<Q, A> operation, Q question);

  /** As above, of an operation that tells its answer while it makes it; nothing of that is shown. */
  <Q, A> A ask(StreamingOperation<Q, A> operation, Q question);

  /** As above, and shows the parts of the answer with an output while they come. The answer has the whole. */
  <Q, A> A ask(StreamingOperation<Q, A> operation, Q question, Output output);

  /** Lets time pass, for types whose specification says that they wait. Fails as {@link #await} does. */
  void pause(Duration time);

  /**
   * Calls a function in the sandbox, and waits for what it returns; for types whose specification says that
   * they wait. What it logs is shown with the node, and what it throws fails the node.
   */
  JsonNode code(CodeAsk ask);

  /**
   * Sends a request to the web, and waits for the answer, which is one whatever its status; for types whose
   * specification says that they wait.
   */
  HttpAnswer http(HttpAsk ask);

  /** The address of the account that a connector signs for. Waits. */
  String account(String connector);

  /** Signs for a connector's account, whose key no body sees. Waits. @param digest 32 bytes */
  Signature sign(String connector, byte[] digest);

  /** What the node's spell remembers for the run's user. Not to be changed. Waits. */
  ObjectNode state();

  /** Changes what the node's spell remembers, once for this step. Waits. */
  void changeState(StateChange change);

  /**
   * Waits, for types whose specification says that they wait. Fails when the run is stopped or the
   * node's time is up.
   */
  <T> T await(CompletionStage<T> answer);
}
