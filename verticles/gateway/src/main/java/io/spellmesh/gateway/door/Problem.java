package io.spellmesh.gateway.door;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Mistake;
import java.util.List;
import java.util.Optional;

/**
 * How a failure looks over HTTP.
 *
 * @param type   always {@code about:blank}: the title says what the status means, the code what to do
 * @param detail for the person at the editor: what was wrong, the value, what would be right
 * @param code   one of the codes of the wire
 * @param errors every single mistake of a spell, or of what was asked of it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(String type, String title, int status, String detail, FailureCode code,
    Optional<List<Mistake>> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(Failure failure) {
    return of(failure.code().number(), failure.code(), failure.getMessage(), failure.mistakes());
  }

  static Problem of(Refused refused) {
    return of(refused.status(), refused.code(), refused.getMessage(), List.of());
  }

  private static Problem of(int status, FailureCode code, String detail, List<Mistake> mistakes) {
    return new Problem("about:blank", title(status), status, detail == null ? title(status) : detail, code,
        mistakes.isEmpty() ? Optional.empty() : Optional.of(mistakes));
  }

  private static String title(int status) {
    // 499 is not registered anywhere; it is what proxies have called it for years.
    return status == 499 ? "Client Closed Request" : HttpResponseStatus.valueOf(status).reasonPhrase();
  }
}
