package io.spellmesh.engine.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Waiting;
import java.time.Duration;
import java.time.Instant;

/** Bodies that wait first, one in three for nothing, and those who answer them. */
public final class Waiters {
  private static final String WRONG = "wrong";
  private static final String TRICKY = "?";
  private static final String AGAIN = " again";

  private Waiters() {}

  /** What it waits for depends on its tag; a person who answers wrongly is asked again. */
  static Sample.Behaviour waitingFirst(Sample.Behaviour body) {
    return run -> {
      int tag = Math.floorMod(run.data().path("tag").asInt(), 6);
      if (tag > 3) {
        return body.run(run);
      }
      if (run.answer().isEmpty()) {
        return Result.waiting(tag == 3 ? new Waiting.Until(time(run)) : person(run.key() + (tag == 0 ? TRICKY : "")));
      }
      String answer = run.answer().get().textValue();
      if (answer.equals(WRONG)) {
        return Result.waiting(person(run.key() + AGAIN));
      }
      String right = tag == 3 ? time(run).toString() : "to " + run.key() + (tag == 0 ? AGAIN : "");
      if (!answer.equals(right)) {
        throw new IllegalStateException("was answered '" + answer + "', expected '" + right + "'");
      }
      return body.run(run);
    };
  }

  private static Waiting person(String question) {
    return new Waiting.Person(TextNode.valueOf(question));
  }

  /** Some have come already, some come while the run stays for them. */
  private static Instant time(NodeRun run) {
    return SeededHost.BEGIN.plus(Duration.ofSeconds(Math.floorMod(run.data().path("tag").asInt(), 4) * 20L - 5));
  }

  /** The answer to a question; to a tricky one it is wrong at first. */
  public static JsonNode answer(RunEvent.NodeWaiting waiting) {
    String question = waiting.question().orElseThrow().textValue();
    return TextNode.valueOf(question.endsWith(TRICKY) ? WRONG : "to " + question);
  }
}
