package io.spellmesh.gateway.door;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.kit.identity.Callers;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * Who asks: an access token, or an API key, which stands for one. Nothing else of the request is looked
 * at for it, and there is nobody to fall back to.
 */
public final class Authentication {
  private static final String SCHEME = "Bearer ";

  private final Callers callers;
  private final ApiKeys keys;

  public Authentication(Callers callers, ApiKeys keys) {
    this.callers = callers;
    this.keys = keys;
  }

  /** Fails with UNAUTHENTICATED, or, for an API key, with what kept it from being looked up. */
  public Future<Caller> callerOf(HttpServerRequest request) {
    List<String> headers = request.headers().getAll("Authorization");
    if (headers.size() > 1) {
      return Future.failedFuture(Failure.unauthenticated("the header Authorization is there more than once"));
    }
    Optional<String> header = headers.stream().findFirst();
    Optional<String> key = header
        .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(text -> text.substring(SCHEME.length()))
        .filter(ApiKeys::isOne);
    return key.map(this::ofKey).orElseGet(() -> verified(header));
  }

  private Future<Caller> ofKey(String key) {
    return keys.tokenOf(key).compose(token -> verified(Optional.of(SCHEME + token)))
        .recover(error -> {
          if (error instanceof Failure failure && failure.code() == FailureCode.UNAUTHENTICATED) {
            // A key that was revoked takes its tokens along; one that was not gets a new one next time.
            keys.forget(key);
          }
          return Future.failedFuture(error);
        });
  }

  private Future<Caller> verified(Optional<String> header) {
    try {
      return Future.succeededFuture(callers.verify(header));
    } catch (Failure failure) {
      return Future.failedFuture(failure);
    }
  }
}
