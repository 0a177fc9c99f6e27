package io.spellmesh.completion.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An answer of the model server other than 200. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 500;
  private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(408, 429, 500, 502, 503, 504, 529);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  /** As servers say it that have no 404 for that. */
  private static final Pattern NO_SUCH_MODEL = Pattern.compile(
      "(?i)(invalid|unknown|no such) model|model.{0,80}(not (found|exist|a valid)|does not exist|unknown)|valid model");

  private final int status;
  private final String words;
  private final transient Optional<Duration> retryAfter;

  private Refusal(int status, String words, Optional<Duration> retryAfter) {
    super(words, null, false, false);
    this.status = status;
    this.words = words;
    this.retryAfter = retryAfter;
  }

  /** @param key of ours, which the server may quote and nobody else may see */
  static Refusal of(HttpClientResponse head, Buffer body, Optional<String> key) {
    Optional<Duration> retryAfter = Optional.ofNullable(head.getHeader("Retry-After"))
        .filter(seconds -> seconds.matches("[0-9]{1,6}")).map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    return new Refusal(head.statusCode(), masked(wordsOf(body, head.statusMessage()), key), retryAfter);
  }

  /** What the server says was wrong: {@code {"error":{"message":…}}}, or whatever else it sent. */
  static String wordsOf(Buffer body, String otherwise) {
    String text = body.toString().strip();
    try {
      JsonNode error = Wire.read(text, JsonNode.class).path("error");
      String said = error.isTextual() ? error.textValue() : error.path("message").asText();
      return said.isBlank() ? otherwise : said;
    } catch (Failure noJson) {
      return text.isEmpty() || text.startsWith("<") ? otherwise : text;
    }
  }

  /** Servers quote keys whole or in part, so everything that looks like one goes too. */
  static String masked(String words, Optional<String> key) {
    String safe = key.map(secret -> words.replace(secret, "***")).orElse(words)
        .replaceAll("\\b(sk|pk|key)-[\\w*-]{6,}|\\bAIza[\\w*-]{6,}|\\bhf_[\\w*-]{6,}", "***")
        .replaceAll("(?i)bearer\\s+\\S+", "***");
    return safe.length() <= LONGEST_QUOTE ? safe : safe.substring(0, LONGEST_QUOTE) + "…";
  }

  /** How long to wait before it may be asked again; absent if that is no use. */
  Optional<Duration> worthWaiting(Duration usual) {
    return Optional.of(retryAfter.orElse(usual))
        .filter(wait -> WORTH_ANOTHER_TRY.contains(status) && wait.compareTo(LONGEST_WAIT) <= 0);
  }

  /** Whether it says that this model, or this server, holds conversations alone. */
  public boolean wantsChat() {
    String said = words.toLowerCase(Locale.ROOT);
    return status == 404 || status == 405 || status == 400
        && (said.contains("not a completion model") || said.contains("chat model") || said.contains("chat/completions"));
  }

  /** Whether it says, or may mean, that it does not have this model. */
  public boolean knowsNoSuchModel() {
    return status == 404 || status == 400 && NO_SUCH_MODEL.matcher(words).find();
  }

  /** Whether the question is what it refuses, so that another may be answered. */
  public boolean isOfTheQuestion() {
    return status == 400 || status == 422;
  }

  Failure failure() {
    String told = "the model server answered " + status + ": " + words;
    return switch (status) {
      case 429 -> new Failure(FailureCode.TOO_MANY, told, retryAfter, List.of());
      case 400, 404, 413, 422 -> new Failure(FailureCode.UNPROCESSABLE, told);
      default -> new Failure(FailureCode.PROVIDER_FAILED, told);
    };
  }
}
