package io.spellmesh.gateway.bridge;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers what tabs ask, as the process's SpellManager would, and remembers with which headers it came. */
final class TabStandIn {
  record Heard(String address, MultiMap headers) {}

  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  TabStandIn(Vertx vertx) {
    TabAddresses.ALL.stream().filter(address -> !TabAddresses.isOfSocket(address)).forEach(address ->
        vertx.eventBus().localConsumer(address, message -> {
          heard.add(new Heard(address, message.headers()));
          message.reply(new JsonObject().put("heard", address),
              new DeliveryOptions().addHeader("inside", "x"));
        }));
  }

  List<Heard> heard() {
    return heard;
  }
}
