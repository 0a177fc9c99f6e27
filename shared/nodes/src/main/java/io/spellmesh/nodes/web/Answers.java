package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.NodeFailure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What is expected of answers, and what is said of others. */
public final class Answers {
  private static final int LONGEST_QUOTE = 200;
  private static final int TOO_MANY = 429;
  private static final int SERVERS_FAULT = 500;

  private Answers() {}

  /** @throws NodeFailure if the status tells of a failure */
  public static HttpAnswer good(HttpAnswer answer) {
    if (answer.isGood()) {
      return answer;
    }
    String said = answer.text().strip().replaceAll("\\s+", " ");
    throw new NodeFailure(mayPass(answer) ? FailureCode.PROVIDER_FAILED : FailureCode.UNPROCESSABLE,
        "was answered with status " + answer.status() + (said.isEmpty() ? "" : ": "
            + (said.length() <= LONGEST_QUOTE ? said : said.substring(0, LONGEST_QUOTE) + "…")));
  }

  /** Whether the same request may succeed later. */
  public static boolean mayPass(HttpAnswer answer) {
    return answer.status() == TOO_MANY || answer.status() >= SERVERS_FAULT;
  }

  /** @throws NodeFailure if it is a failure, or no JSON */
  public static JsonNode json(HttpAnswer answer) {
    return good(answer).json().orElseThrow(() ->
        new NodeFailure(FailureCode.PROVIDER_FAILED, "was answered with what is no JSON"));
  }

  /** As part of a path or query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
