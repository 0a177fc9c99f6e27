package io.spellmesh.gateway.site;

import io.spellmesh.contract.Failure;
import io.spellmesh.gateway.door.Refused;
import io.spellmesh.kit.metrics.Metrics;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** What the process counts of itself, for those on this machine and for whoever has the token. */
public final class MetricsPage {
  /** By these a proxy on this machine tells that somebody elsewhere asks. */
  private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");
  private static final int SHORTEST_TOKEN = 16;

  /** Section {@code metrics}. @param token with it, other machines may ask; at least 16 characters */
  public record Config(Optional<String> token) {
    public Config {
      token.filter(text -> text.length() < SHORTEST_TOKEN).ifPresent(text -> {
        throw new IllegalArgumentException("token has " + text.length() + " characters, must have at least "
            + SHORTEST_TOKEN);
      });
    }
  }

  private final Metrics metrics;
  private final Config config;

  public MetricsPage(Metrics metrics, Config config) {
    this.metrics = metrics;
    this.config = config;
  }

  public void mount(Router router) {
    router.route("/metrics").method(HttpMethod.GET).handler(this::answer);
  }

  private void answer(RoutingContext context) {
    if (isFromHere(context.request()) || hasToken(context.request())) {
      context.response().putHeader("Content-Type", Metrics.MEDIA_TYPE).end(metrics.text());
    } else {
      context.fail(config.token().isPresent()
          ? Failure.unauthenticated("the metrics need metrics.token, as 'Authorization: Bearer <token>'")
          : Refused.unknownPath());
    }
  }

  private static boolean isFromHere(HttpServerRequest request) {
    return Optional.ofNullable(request.connection().remoteAddress(true))
        .map(address -> address.hostAddress())
        .filter(host -> host.equals("127.0.0.1") || host.equals("0:0:0:0:0:0:0:1") || host.equals("::1"))
        .isPresent() && FORWARDED.stream().noneMatch(request.headers()::contains);
  }

  private boolean hasToken(HttpServerRequest request) {
    List<String> given = request.headers().getAll("Authorization");
    // Compared in the same time whatever is wrong with it.
    return config.token().isPresent() && given.size() == 1 && MessageDigest.isEqual(
        ("Bearer " + config.token().get()).getBytes(StandardCharsets.UTF_8),
        given.getFirst().getBytes(StandardCharsets.UTF_8));
  }
}
