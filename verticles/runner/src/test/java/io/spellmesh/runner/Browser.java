package io.spellmesh.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/** Asks as the gateway does for a browser: with the user's token and the id of the socket. */
record Browser(TestMember member, UUID user, String socket) {

  static Browser of(TestMember member, UUID user) {
    return new Browser(member, user, "s-" + UUID.randomUUID());
  }

  <Q, A> Future<A> asking(Operation<Q, A> operation, Q question) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(operation.patience().toMillis())
        .addHeader("authorization", "Bearer " + member.callerToken(user)).addHeader("socket", socket);
    return member.vertx().eventBus().<JsonObject>request(operation.address(), Wire.body(question), options)
        .map(reply -> Wire.read(reply.body(), operation.answer()));
  }

  <Q, A> A ask(Operation<Q, A> operation, Q question) {
    return Waiting.await(asking(operation, question));
  }

  Tabs.Opened open(String tab, UUID spell) {
    return ask(Tabs.OPEN, new Tabs.Open(tab, spell));
  }

  UUID run(String tab, UUID spell, Tabs.OnDisconnect onDisconnect) {
    return ask(Tabs.RUN, start(tab, spell, UUID.randomUUID(), onDisconnect)).run();
  }

  static Tabs.Start start(String tab, UUID spell, UUID run, Tabs.OnDisconnect onDisconnect) {
    return new Tabs.Start(tab, spell, run, Wire.read("{\"Input\":\"ab\"}", ObjectNode.class),
        Optional.of(onDisconnect));
  }

  /** As the gateway tells it when the socket is gone. */
  void end() {
    member.vertx().eventBus().publish(Addresses.socketEnded(member.member().id()),
        new JsonObject().put("socket", socket));
  }
}
