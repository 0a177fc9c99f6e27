package io.spellmesh.kit.identity;

import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The word of the user room on who may no longer ask: every few seconds, and at once on a change, the
 * whole list of what was revoked within the life of an access token. A lost message costs one interval.
 *
 * @param ids ended sessions, and users that are gone
 */
public record Revocations(List<UUID> ids) {
  private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

  public Revocations {
    ids = List.copyOf(ids);
  }

  /** Tells every process. */
  public void publish(Vertx vertx) {
    vertx.eventBus().publish(Addresses.revocations(), Wire.body(this));
  }

  /** Makes this process listen, for as long as it lives; effective once the future has completed. */
  public static Future<Void> follow(Vertx vertx, Callers callers) {
    return vertx.eventBus()
        .<Object>consumer(Addresses.revocations(), message -> take(message, callers))
        .completion();
  }

  private static void take(Message<Object> message, Callers callers) {
    // What cannot be read changes nothing: to forget what was known would let ended sessions in again.
    if (message.body() instanceof JsonObject body) {
      try {
        callers.revoked(Wire.read(body, Revocations.class).ids());
      } catch (Failure unreadable) {
        LOG.atError().addKeyValue("reason", unreadable.getMessage()).log("revocations not understood");
      }
    } else {
      LOG.atError().addKeyValue("reason", "no JSON object").log("revocations not understood");
    }
  }
}
