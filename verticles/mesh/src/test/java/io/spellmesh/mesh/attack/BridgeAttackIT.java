package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.mesh.live.BridgeClient;
import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Eve at a socket of her own, and what passes over Ada's. */
@Tag("attack")
@ExtendWith(SharedMesh.class)
@ResourceLock(SharedMesh.LOCK)
class BridgeAttackIT {
  private static final int TRIES = 1_000;

  private static AttackedMesh mesh;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private Person ada;
  private Belongings belongings;
  private String address;
  private Eavesdropper adas;
  private Eavesdropper eves;
  private String evesSpell;

  @BeforeAll
  static void start(AttackedMesh shared) {
    mesh = shared;
  }

  @BeforeEach
  void open() throws IOException {
    System.out.println("bridge attack: seed " + seed);
    ada = mesh.register();
    Person eve = mesh.register();
    belongings = Belongings.of(ada);
    address = "spellmesh.user." + ada.id() + ".spell." + belongings.spell();
    evesSpell = eve.importSpell(AttackedMesh.example("greeting"));
    adas = new Eavesdropper(ada);
    eves = new Eavesdropper(eve);
    adas.say("register", address);
    adas.say("register", "spellmesh.user." + ada.id());
    assertEquals("rec", adas.ask(Tabs.OPEN, place(belongings.spell())).path("type").asText());
  }

  @AfterEach
  void close() throws IOException {
    assertEveHeardNothingOfARun();
    adas.close();
    eves.close();
  }

  @Test
  void noSpellingOfAnAddressLetsEveListen() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      eves.say("register", spelled());
    }
    eves.assertRefused(TRIES);
  }

  @Test
  void nothingIsSentOrPublishedAnywhere() throws IOException {
    Map<String, String> before = belongings.asSeenByOwner();
    List<String> inside = operations();
    int said = 0;
    for (String verb : List.of("send", "publish")) {
      for (String operation : inside) {
        eves.say(about(verb, operation));
        eves.say(about(verb, operation.replace("spellmesh.", "spellmesh.node.p1.")));
        said += 2;
      }
      for (int i = 0; i < TRIES / 4; i++) {
        eves.say(about(verb, spelled()));
        eves.say(about(verb, Spelling.of(random, Tabs.CANCEL.address())));
        eves.say(about(verb, "__vertx.reply." + (i % 2 == 0 ? i : UUID.randomUUID())));
        said += 3;
      }
    }
    for (Operation<?, ?> operation : List.of(Tabs.OPEN, Tabs.RUN, Tabs.CANCEL, Tabs.SINCE, Tabs.PING)) {
      eves.say(about("publish", operation.address()));
      said++;
    }

    eves.assertRefused(said);
    assertTrue(inside.size() > 40, inside.toString());
    assertEquals(List.of(), adas.heard());
    assertEquals(before, belongings.asSeenByOwner());
  }

  @Test
  void whatIsAdasIsAnsweredToEveAsWhatIsNot() throws IOException {
    String lasting = ada.rest().with("Prefer", "respond-async").post("/api/spells/"
        + belongings.spell() + "/runs", Map.of()).must(202).json().get("run").get("id").textValue();
    Map<String, String> before = belongings.asSeenByOwner();
    eves.ask(Tabs.OPEN, place(evesSpell));

    for (String run : List.of(belongings.run(), lasting)) {
      for (Map.Entry<Operation<?, ?>, ObjectNode> question : questions(belongings.spell(), run).entrySet()) {
        String none = UUID.randomUUID().toString();
        JsonNode unknown = eves.ask(question.getKey(), questions(none, none).get(question.getKey()));
        JsonNode existing = eves.ask(question.getKey(), question.getValue());

        assertEquals(answer(unknown, none, none), answer(existing, belongings.spell(), run),
            question.getKey().address());
      }
      JsonNode own = eves.ask(Tabs.RUN, order(evesSpell, run));
      assertEquals("rec", own.path("type").asText(), "an id like any other: " + own);
    }

    assertEquals(before, belongings.asSeenByOwner());
    assertEquals("rec", adas.ask(Tabs.RUN, order(belongings.spell(), UUID.randomUUID().toString()))
        .path("type").asText(), "her tab is still open");
  }

  @Test
  void whateverEveWritesInAFrameSheIsEve() throws IOException {
    for (Map<String, Object> headers : List.<Map<String, Object>>of(
        Map.of("authorization", "Bearer " + ada.accessToken()),
        Map.of("Authorization", "Bearer " + ada.accessToken()),
        Map.of("AUTHORIZATION", List.of("Bearer " + ada.accessToken(), "")),
        Map.of("userId", ada.id(), "user", ada.id(), "sub", ada.id(), "role", "admin", "action", "open"),
        Map.of("socket", UUID.randomUUID().toString()),
        Map.of("socket", 7, "authorization", Map.of("a", 1)))) {
      ObjectNode frame = BridgeClient.frame("send", Tabs.OPEN.address()).put("replyAddress", "mine");
      frame.set("headers", Wire.mapper().valueToTree(headers));
      frame.set("body", place(belongings.spell()));
      eves.say(frame);
      JsonNode answer = eves.next();
      assertEquals("mine", answer.path("address").asText(), answer.toString());
      assertEquals(404, answer.path("failureCode").asInt(), answer.toString());
    }
  }

  @Test
  void noReplyGoesToAnAddressOfSomebodyElse() throws IOException {
    List<String> replies = List.of(address, "spellmesh.user." + ada.id(), Runner.START.address(),
        "__vertx.reply.1", "spellmesh.user.revocations", "");
    for (String reply : replies) {
      eves.say(BridgeClient.frame("send", Tabs.PING.address()).put("replyAddress", reply)
          .set("body", JsonNodeFactory.instance.objectNode()));
    }
    for (String unheard : List.of(address, "spellmesh.user." + ada.id())) {
      eves.say("unregister", unheard);
    }

    List<JsonNode> heard = eves.heard();
    // Longer ones than an id are refused by themselves; what is answered is answered on her own socket.
    assertEquals(List.of("invalid_reply_address", "invalid_reply_address"),
        heard.stream().filter(frame -> frame.has("body") && !frame.has("address"))
            .map(frame -> frame.path("body").asText()).toList());
    assertEquals(replies.subList(2, replies.size()), heard.stream().filter(frame -> frame.has("address"))
        .map(frame -> frame.path("address").asText()).toList());
    assertEquals(List.of(), adas.heard());
  }

  @Test
  void framesOfAnyShapeAreRefusedAndChangeNothing() throws IOException {
    Map<String, String> before = belongings.asSeenByOwner();
    List<JsonNode> values = List.of(Wire.read("null", JsonNode.class), Wire.read("[]", JsonNode.class),
        Wire.read("{}", JsonNode.class), Wire.read("7", JsonNode.class),
        Wire.read("\"" + address + "\"", JsonNode.class), Wire.read("true", JsonNode.class),
        Wire.read("\"register\"", JsonNode.class), Wire.read("\"send\"", JsonNode.class),
        Wire.read("{\"a\":[{}]}", JsonNode.class), Wire.read("\"\\ud800\"", JsonNode.class));
    for (int i = 0; i < TRIES; i++) {
      ObjectNode frame = BridgeClient.frame(random.nextBoolean() ? "send" : "register", spelled());
      for (String field : List.of("type", "address", "body", "headers", "replyAddress", "extra")) {
        if (random.nextInt(3) == 0) {
          frame.set(field, values.get(random.nextInt(values.size())));
        }
      }
      eves.say(frame);
    }

    eves.heard().forEach(frame -> assertEquals("err", frame.path("type").asText(), frame.toString()));
    assertEquals(List.of(), adas.heard());
    assertEquals(before, belongings.asSeenByOwner());
  }

  @Test
  void numbersThatCannotBeAreRefusedOrStartAnew() throws IOException {
    long tail = adas.ask(Tabs.SINCE, since("0")).path("body").path("head").path("tail").longValue();
    assertTrue(tail > 1);
    adas.say("{\"type\":\"send\",\"address\":\"" + Tabs.SINCE.address() + "\",\"replyAddress\":\"endless\",\"body\":{"
        + "\"run\":\"" + belongings.run() + "\",\"after\":1e400}}");
    JsonNode endless = adas.next();
    assertEquals(400, endless.path("failureCode").asInt(), endless.toString());
    for (String after : List.of("-1", "9223372036854775808", "-9223372036854775809", "1.5", "null",
        "\"1\"", "\"\"", "[]", "{}", "true")) {
      JsonNode refused = adas.ask(Tabs.SINCE, since(after));
      assertEquals(400, refused.path("failureCode").asInt(), after + ": " + refused);
      assertTrue(refused.path("message").asText().contains("after"), after + ": " + refused);
    }
    for (String epoch : List.of("2147483648", "\"1\"", "1.5", "[]")) {
      JsonNode refused = adas.ask(Tabs.SINCE, since("0,\"epoch\":" + epoch));
      assertEquals(400, refused.path("failureCode").asInt(), epoch + ": " + refused);
    }
    for (String beyond : List.of("9223372036854775807", tail + 1 + "", "0,\"epoch\":2", "0,\"epoch\":2147483647")) {
      JsonNode anew = adas.ask(Tabs.SINCE, since(beyond)).path("body");
      assertTrue(anew.path("reset").booleanValue(), beyond + ": " + anew);
    }
    for (String early : List.of("0,\"epoch\":0", "0,\"epoch\":-1")) {
      JsonNode all = adas.ask(Tabs.SINCE, since(early)).path("body");
      assertFalse(all.path("reset").booleanValue(), early + ": " + all);
      assertEquals(tail, all.path("head").path("tail").longValue());
    }
  }

  private ObjectNode since(String after) {
    return Wire.read("{\"run\":\"" + belongings.run() + "\",\"after\":" + after + "}", ObjectNode.class);
  }

  /** Ada runs her spell and hears of it, and Eve does not. */
  private void assertEveHeardNothingOfARun() throws IOException {
    ada.run(belongings.spell(), Map.of("name", AttackedMesh.CANARY));
    JsonNode heard = adas.next();
    while (!heard.path("address").asText().equals(address) || !heard.path("body").has("events")) {
      heard = adas.next();
    }
    assertEquals(List.of(), eves.heard());
  }

  private String spelled() {
    return Spelling.of(random, random.nextInt(4) == 0 ? "spellmesh.user." + ada.id() : address);
  }

  /** A frame with every id of Ada's in it. */
  private ObjectNode about(String verb, String to) {
    ObjectNode frame = BridgeClient.frame(verb, to);
    frame.set("body", order(belongings.spell(), belongings.run()).put("id", belongings.spell())
        .put("after", 0).put("project", belongings.project()));
    return frame;
  }

  /** Every operation there is but those of tabs, from the file that lists them. */
  private static List<String> operations() throws IOException {
    return Files.readAllLines(
            ProjectFolder.root().resolve("shared/contract/src/test/resources/wire.golden")).stream()
        .filter(line -> line.startsWith("spellmesh.") && !line.startsWith("spellmesh.tab."))
        .map(line -> line.split(" ")[0]).toList();
  }

  private static Map<Operation<?, ?>, ObjectNode> questions(String spell, String run) {
    Map<Operation<?, ?>, ObjectNode> questions = new LinkedHashMap<>();
    questions.put(Tabs.OPEN, place(spell));
    questions.put(Tabs.RUN, order(spell, run));
    questions.put(Tabs.UPDATE, (ObjectNode) place(spell).put("base", 1).set("patch",
        Wire.mapper().valueToTree(List.of(Map.of("op", "replace", "path", "/name", "value", "taken over")))));
    questions.put(Tabs.CANCEL, JsonNodeFactory.instance.objectNode().put("run", run));
    questions.put(Tabs.SINCE, JsonNodeFactory.instance.objectNode().put("run", run).put("after", 0));
    questions.put(Tabs.PLAY, place(spell));
    questions.put(Tabs.PAUSE, place(spell));
    questions.put(Tabs.CLOSE, place(spell));
    return questions;
  }

  private static ObjectNode place(String spell) {
    return JsonNodeFactory.instance.objectNode().put("tab", "adas").put("spell", spell);
  }

  private static ObjectNode order(String spell, String run) {
    ObjectNode order = place(spell).put("run", run);
    order.putObject("inputs");
    return order;
  }

  /** Without the ids, and the place for the answer. */
  private static String answer(JsonNode frame, String spell, String run) {
    return ((ObjectNode) frame.deepCopy()).without("address").toString()
        .replace(spell, "<id>").replace(run, "<id>");
  }
}
