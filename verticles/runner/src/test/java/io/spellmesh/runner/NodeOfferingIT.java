package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Addresses;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.node.NodeOffers;
import io.spellmesh.contract.node.NodeProvider;
import io.spellmesh.contract.node.NodeTypeInfo;
import io.spellmesh.contract.node.SocketInfo;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Node types that come and go with other members of the bus. */
class NodeOfferingIT {
  private static final NodeTypeInfo SHOUT = info("shout", "Shout");

  @AutoClose
  private final TestMember member = TestMember.start(Map.of());

  private final UUID ann = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));

  NodeOfferingIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private static NodeTypeInfo info(String type, String title) {
    return new NodeTypeInfo(type, title, "Theirs", "Says it louder.", List.of("Yell"),
        List.of(new SocketInfo("trigger", "trigger", "triggerSocket", false),
            new SocketInfo("text", "text", "stringSocket", true, Optional.of("What is said louder."))),
        List.of(new SocketInfo("trigger", "trigger", "triggerSocket", false),
            new SocketInfo("loud", "loud", "stringSocket", false)), List.of(), "pure");
  }

  private String admin() {
    return member.member().issuer().issue(UUID.randomUUID(), Set.of("admin", "user"), UUID.randomUUID(),
        Duration.ofMinutes(10));
  }

  private NodeProvider provider(Function<NodeOffers.Body, Future<NodeOffers.Outcome>> body) {
    return new NodeProvider(member.vertx(), member.member().mesh(), new NodeOffers.Offer("theirs", List.of(SHOUT)),
        () -> Future.succeededFuture(admin()), body);
  }

  private RunView run(UUID spell) {
    UUID run = Waiting.await(member.ask(ann, Runner.START, new Runner.Start(Optional.empty(), spell,
        Wire.read("{\"Input\":\"hear\"}", ObjectNode.class), Optional.empty(), Optional.empty()))).run();
    return Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(run)));
  }

  private List<String> types() {
    return Waiting.await(member.ask(ann, Runner.NODE_TYPES, Nothing.NOTHING)).nodeTypes().stream()
        .map(NodeTypeInfo::type).toList();
  }

  @Test
  void runsTheBodyInTheOtherProgramAsLongAsItOffersTheType() {
    UUID spell = shelf.put(ann, "loud", Graphs.through("Yell", "{\"marks\":2}", "text", "loud"));
    assertEquals("Yell 2: the node type 'Yell' is not known here", run(spell).error().orElseThrow().message());
    NodeProvider theirs = provider(body -> Future.succeededFuture(new NodeOffers.Outcome(
        Map.of("loud", TextNode.valueOf(body.inputs().get("text").asText().toUpperCase()
            + "!".repeat(body.data().get("marks").asInt()) + body.outputs())), Optional.empty())));

    Waiting.await(theirs.open(lapse -> {}));

    assertTrue(types().contains("shout"));
    assertEquals(SHOUT.inputs(), Waiting.await(member.ask(ann, Runner.NODE_TYPES, Nothing.NOTHING)).nodeTypes().stream()
        .filter(type -> type.type().equals("shout")).findFirst().orElseThrow().inputs());
    assertEquals("HEAR!![trigger, loud]", run(spell).outputs().orElseThrow().get("Output").asText());

    Waiting.await(theirs.close());
    Waiting.until(() -> !types().contains("shout"));
    assertEquals(RunStatus.FAILED, run(spell).status());
  }

  @Test
  void tellsTheTabsWhenTypesComeAndTakesThemFromOneThatFellSilent() {
    Promise<JsonObject> news = Promise.promise();
    Waiting.await(member.vertx().eventBus().<JsonObject>consumer(Addresses.userOf(ann),
        message -> news.tryComplete(message.body())).completion());
    Browser.of(member, ann).open("t1", shelf.put(ann, "any", Graphs.repeat(1)));

    Waiting.await(member.member().mesh().ask(NodeOffers.OFFER, new NodeOffers.Offer("theirs", List.of(SHOUT)),
        admin()));

    assertEquals(new JsonObject().put("news", "node-types"), Waiting.await(news.future()));
    Waiting.until(() -> !types().contains("shout"));
  }

  @Test
  void failsTheNodeWithWhatTheOtherProgramSays() {
    UUID spell = shelf.put(ann, "loud", Graphs.through("Shout", "{}", "text", "loud"));
    NodeProvider theirs = provider(body -> {
      throw new IllegalStateException("no voice today");
    });
    Waiting.await(theirs.open(lapse -> {}));

    RunView view = run(spell);

    assertEquals(FailureCode.PROVIDER_FAILED, view.error().orElseThrow().code());
    assertEquals("Shout 2: no voice today", view.error().orElseThrow().message());
  }

  @Test
  void takesTypesOnlyFromAnAdminAndOnlyNewOnes() {
    Failure common = assertThrows(Failure.class, () -> Waiting.await(member.ask(ann, NodeOffers.OFFER,
        new NodeOffers.Offer("theirs", List.of(SHOUT)))));
    assertEquals(FailureCode.FORBIDDEN, common.code());

    assertEquals("the node type 'echo' is built in, choose another name",
        refused(new NodeOffers.Offer("theirs", List.of(info("echo", "Echo")))));
    Waiting.await(member.member().mesh().ask(NodeOffers.OFFER, new NodeOffers.Offer("first", List.of(SHOUT)), admin()));
    assertEquals("the node type 'shout' is offered by 'first'",
        refused(new NodeOffers.Offer("second", List.of(SHOUT))));
  }

  private String refused(NodeOffers.Offer offer) {
    Failure failure = assertThrows(Failure.class,
        () -> Waiting.await(member.member().mesh().ask(NodeOffers.OFFER, offer, admin())));
    assertEquals(FailureCode.CONFLICT, failure.code());
    return failure.getMessage();
  }
}
