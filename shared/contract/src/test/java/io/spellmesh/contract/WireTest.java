package io.spellmesh.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.Runner;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WireTest {
  record Text(String text) {}

  record At(Instant at) {}

  record Maybe(Optional<String> name, Optional<ObjectNode> value) {}

  record Listed(Page page) {}

  @Test
  void leavesOutWhatIsAbsent() {
    assertEquals("{}", Wire.text(new Maybe(Optional.empty(), Optional.empty())));
    assertEquals(new Maybe(Optional.empty(), Optional.empty()), Wire.read("{}", Maybe.class));
    assertEquals(Optional.empty(), Wire.read("{\"name\":null}", Maybe.class).name());
  }

  @Test
  void passesOverFieldsOfANewerMember() {
    assertEquals(new Text("a"), Wire.read("{\"text\":\"a\",\"newer\":{\"x\":[1]}}", Text.class));
  }

  @Test
  void writesTimesToTheMillisecond() {
    assertEquals("{\"at\":\"2026-11-22T10:00:00.000Z\"}",
        Wire.text(new At(Instant.parse("2026-11-22T10:00:00Z"))));
    assertEquals("{\"at\":\"2026-11-22T10:00:00.123Z\"}",
        Wire.text(new At(Instant.parse("2026-11-22T10:00:00.123456Z"))));
  }

  @Test
  void carriesHalvesOfCharactersAndWholeOnes() {
    Text odd = new Text("a\ud83db\udf31\ud83d🌱");

    assertEquals("{\"text\":\"a\\uD83Db\\uDF31\\uD83D\\uD83C\\uDF31\"}", Wire.text(odd));
    assertEquals(odd, Wire.read(Wire.bytes(odd), Text.class));
    assertEquals(odd, Wire.read(new JsonObject(Wire.body(odd).toBuffer()), Text.class));
  }

  @Test
  void takesTheFirstPageWhereNoneIsNamed() {
    assertEquals(new Listed(Page.first()), Wire.read("{}", Listed.class));
    assertEquals(new Listed(Page.first()), Wire.read("{\"page\":null}", Listed.class));
    assertEquals(new Listed(new Page(Optional.of(3), Optional.empty())),
        Wire.read("{\"page\":{\"limit\":3}}", Listed.class));
  }

  @Test
  void readsWhatItWroteForTheBus() {
    Runner.Start start = new Runner.Start(Optional.empty(), UUID.randomUUID(),
        Wire.read("{\"input\":\"yes\",\"list\":[1.5]}", ObjectNode.class),
        Optional.of("key-12345"), Optional.empty());

    assertEquals(start, Wire.read(Wire.body(start), Runner.Start.class));

    Runner.Start pinned = new Runner.Start(start.run(), start.spell(), start.inputs(), start.idempotencyKey(),
        start.tab(), Optional.of(Map.of("5/12", start.inputs())),
        Optional.of(new Runner.From(UUID.randomUUID(), "7")), Optional.of("9"));

    assertEquals(pinned, Wire.read(Wire.body(pinned), Runner.Start.class));
  }

  @Test
  void saysWhatIsWrongWithPinnedOutputs() {
    String start = "{\"spell\":\"" + UUID.randomUUID() + "\",\"inputs\":{},\"pinned\":{\"4\":";

    assertEquals("pinned node '4' has no outputs, must have an object of them",
        assertThrows(Failure.class, () -> Wire.read(start + "null}}", Runner.Start.class)).getMessage());
    assertEquals("'pinned.4' must be an object",
        assertThrows(Failure.class, () -> Wire.read(start + "[1]}}", Runner.Start.class)).getMessage());
  }

  @Test
  void readsObjectsAndListsInsideObjectsOfTheBus() {
    JsonObject body = new JsonObject().put("value", new JsonObject().put("list", new JsonArray()
        .add(new JsonObject().put("n", 1)).add(new JsonArray().add(true))));

    assertEquals("{\"list\":[{\"n\":1},[true]]}",
        Wire.read(body, Maybe.class).value().orElseThrow().toString());
  }

  @Test
  void refusesInfinityFromTheBus() {
    JsonObject body = new JsonObject("{\"value\":{\"x\":1e999}}");

    Failure failure = assertThrows(Failure.class, () -> Wire.read(body, Maybe.class));
    assertEquals(FailureCode.BAD_REQUEST, failure.code());
    assertEquals("a number is not finite, must be between -1.8e308 and 1.8e308", failure.getMessage());
  }

  @Test
  void keepsNumbersAsTheyAre() {
    JsonNode value = Wire.read("[1, 1.5, 12345678901234567890, 0.1, -0.0, 1e3]", JsonNode.class);

    assertEquals("[1,1.5,12345678901234567890,0.1,-0.0,1000.0]", Wire.text(value));
  }
}
