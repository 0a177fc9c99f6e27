package io.spellmesh.gateway.site;

import io.spellmesh.contract.Wire;
import io.spellmesh.gateway.Readiness;
import io.spellmesh.gateway.door.Media;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Whether the process lives, and whether it should be asked anything. */
public final class Health {
  /** @param status {@code alive} or {@code ready} */
  record Standing(String status) {}

  private final Readiness readiness;

  public Health(Readiness readiness) {
    this.readiness = readiness;
  }

  public void mount(Router router) {
    router.route("/healthz").method(HttpMethod.GET).method(HttpMethod.HEAD)
        .handler(context -> answer(context, "alive"));
    router.route("/readyz").method(HttpMethod.GET).method(HttpMethod.HEAD)
        .handler(context -> readiness.check()
            .onSuccess(_ -> answer(context, "ready"))
            .onFailure(context::fail));
  }

  private static void answer(RoutingContext context, String status) {
    context.response().putHeader("Content-Type", Media.JSON)
        .end(Buffer.buffer(Wire.bytes(new Standing(status))));
  }
}
