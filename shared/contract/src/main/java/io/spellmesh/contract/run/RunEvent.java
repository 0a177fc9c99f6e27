package io.spellmesh.contract.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened in a run. Events are numbered without gaps from 1 by the run's owner; exactly
 * one of completed, failed and cancelled ends a run, and nothing follows it.
 *
 * <p>{@code step} is the node's id with the path of loops and sub-spells around it: {@code 5[2]/12} is
 * node 12 of the sub-spell or loop iteration 2 of node 5. Values over 16 KB travel as
 * {@code {"$ref":"<id>","bytes":n,"preview":"…"}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = RunEvent.NodeStarted.class, name = "node.started"),
    @JsonSubTypes.Type(value = RunEvent.NodeWaiting.class, name = "node.waiting"),
    @JsonSubTypes.Type(value = RunEvent.NodeAnswered.class, name = "node.answered"),
    @JsonSubTypes.Type(value = RunEvent.NodeLog.class, name = "node.log"),
    @JsonSubTypes.Type(value = RunEvent.NodeCompleted.class, name = "node.completed"),
    @JsonSubTypes.Type(value = RunEvent.NodeFailed.class, name = "node.failed"),
    @JsonSubTypes.Type(value = RunEvent.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = RunEvent.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = RunEvent.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = RunEvent.Interrupted.class, name = "interrupted"),
    @JsonSubTypes.Type(value = RunEvent.Resumed.class, name = "resumed")
})
@JsonPropertyOrder({"seq", "at", "kind", "node", "step"})
public sealed interface RunEvent {

  /** The event's place in its run, from 1. */
  long seq();

  /** When it happened, to the millisecond, by the owner's clock. */
  Instant at();

  /** Its name on the wire, one of those above. A property of its own, so that no event is ever written without it. */
  @JsonProperty
  default String kind() {
    return RunEventKind.OF.get(getClass());
  }

  /**
   * @param inputs what the run was given, by input name; those of the run that it goes from among them
   * @param pinned what nodes give in place of running, see {@link Runner#pinned}
   * @param from   the run whose results it takes over
   * @param to     the node that it goes to, see {@link Runner.Start}
   */
  record Started(long seq, Instant at, ObjectNode inputs, Optional<Map<String, ObjectNode>> pinned,
      Optional<Runner.From> from, Optional<String> to) implements RunEvent {

    /** Of a run that runs all of its spell. */
    public Started(long seq, Instant at, ObjectNode inputs) {
      this(seq, at, inputs, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * @param type    canonical node type; the stored name where the type is unknown
   * @param attempt 2 for the first retry; absent for the first attempt
   */
  record NodeStarted(long seq, Instant at, String node, String type, String step, Optional<Integer> attempt)
      implements RunEvent {}

  /**
   * The step goes on with the {@link NodeAnswered} that follows; it may wait again, as where an answer will not do.
   *
   * @param reason   what is waited for: {@code person} or {@code time}
   * @param until    when the time will have come; for a time only
   * @param question what the person is asked; for a person only
   */
  record NodeWaiting(long seq, Instant at, String node, String step, String reason, Optional<Instant> until,
      Optional<JsonNode> question) implements RunEvent {
    public static final String PERSON = "person";
    public static final String TIME = "time";

    public NodeWaiting {
      // What is not there is read as JSON's null.
      question = question.filter(asked -> !asked.isNull());
    }
  }

  /**
   * What the step waited for has come: nobody need be asked any more.
   *
   * @param value what the person answered, or the time that has come
   */
  record NodeAnswered(long seq, Instant at, String node, String step, JsonNode value) implements RunEvent {}

  /** @param level {@code info}, {@code warn} or {@code error} */
  record NodeLog(long seq, Instant at, String node, String step, String level, String text)
      implements RunEvent {}

  /**
   * @param outputs  data outputs by key; absent ones are not there
   * @param fired    keys of the trigger outputs that fired, in order
   * @param ms       how long the body took
   * @param cached   true if no body ran: the outputs are pinned, or an earlier run's
   * @param bypassed true if no body ran: the node is disabled, and hands on what came
   * @param usage    what this attempt of the body used of language models, since its run was last begun or gone on
   *                 with; absent if it used none, or nobody counted
   */
  record NodeCompleted(long seq, Instant at, String node, String step, Map<String, JsonNode> outputs,
      List<String> fired, long ms, Optional<Integer> attempt, Optional<Boolean> cached,
      Optional<Boolean> bypassed, Optional<Usage> usage) implements RunEvent {

    /** Of a step whose body ran. */
    public NodeCompleted(long seq, Instant at, String node, String step, Map<String, JsonNode> outputs,
        List<String> fired, long ms, Optional<Integer> attempt) {
      this(seq, at, node, step, outputs, fired, ms, attempt, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** @param retryMs how long until the next attempt; absent if there is none */
  record NodeFailed(long seq, Instant at, String node, String step, RunError error,
      Optional<Integer> attempt, Optional<Long> retryMs) implements RunEvent {}

  /**
   * @param outputs    values of the spell's outputs, by name
   * @param waitingFor nodes that wait for all their triggers and never had them
   */
  record Completed(long seq, Instant at, Map<String, JsonNode> outputs, long ms,
      Optional<List<WaitingFor>> waitingFor) implements RunEvent {}

  record Failed(long seq, Instant at, RunError error, long ms) implements RunEvent {}

  record Cancelled(long seq, Instant at, String reason, long ms) implements RunEvent {}

  /** The owner died. @param undecided steps that were under way and cannot simply be run again */
  record Interrupted(long seq, Instant at, String reason, List<String> undecided) implements RunEvent {}

  record Resumed(long seq, Instant at) implements RunEvent {}

  /**
   * What the answers of language models took.
   *
   * @param model        as the provider names it; of several answers, that of the last
   * @param promptTokens as the provider counts
   * @param answerTokens likewise
   * @param cost         in US dollars, by the operator's table of prices; absent if that of any answer is not known
   */
  record Usage(String model, long promptTokens, long answerTokens, Optional<Double> cost) {

    /** This, and what another answer took after it. */
    public Usage and(Usage next) {
      return new Usage(next.model, promptTokens + next.promptTokens, answerTokens + next.answerTokens,
          cost.flatMap(before -> next.cost.map(more -> before + more)));
    }
  }

  /** @param sockets the trigger sockets that nothing reached */
  record WaitingFor(String node, String step, List<String> sockets) {}

  /** Whether nothing can follow this event. */
  default boolean isFinal() {
    return this instanceof Completed || this instanceof Failed || this instanceof Cancelled;
  }
}
