package io.spellmesh.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunStatus;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EncodedJsonTest {
  private static final String TEXT = "{ \"b\":1e3, \"a\":{\"x\":[1,null]} }";

  @Test
  void keepsItsTextToTheLetter() {
    EncodedJson json = new EncodedJson(TEXT);

    assertEquals(TEXT, json.encode());
    assertEquals(TEXT, json.toBuffer().toString());
    assertEquals(TEXT, json.toString());
  }

  @Test
  void isReadAsAnyOtherObject() {
    EncodedJson json = new EncodedJson(TEXT);

    assertEquals(new JsonArray().add(1).addNull(), json.getJsonObject("a").getJsonArray("x"));
    assertEquals(new JsonObject(TEXT).getMap(), json.getMap());
    assertEquals(2, json.size());
    assertEquals(true, json.containsKey("b"));
  }

  @Test
  void cannotBeChanged() {
    EncodedJson json = new EncodedJson(TEXT);

    assertThrows(UnsupportedOperationException.class, () -> json.put("c", 1));
    assertThrows(UnsupportedOperationException.class, () -> json.remove("b"));
    assertSame(json, json.copy());
  }

  @Test
  void saysThatItIsNoneWhenItIsRead() {
    EncodedJson none = new EncodedJson("{");

    assertThrows(DecodeException.class, () -> none.getString("a"));
  }

  @Test
  void isTheRecordThatItWasMadeOf() {
    RunHead head = new RunHead(UUID.randomUUID(), 1, 4, RunStatus.COMPLETED);

    assertEquals(head, Wire.read(Wire.encoded(head), RunHead.class));
    assertEquals(Wire.body(head).encode(), Wire.encoded(head).encode());
  }

  @Test
  void isTheSameForAllWhoHearItOnTheBusOfItsProcess() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Promise<Object> heard = Promise.promise();
      vertx.eventBus().consumer("a", message -> heard.complete(message.body())).completion()
          .await(20, TimeUnit.SECONDS);
      EncodedJson json = new EncodedJson(TEXT);

      vertx.eventBus().publish("a", json);

      assertSame(json, heard.future().await(20, TimeUnit.SECONDS));
    } finally {
      vertx.close().await(20, TimeUnit.SECONDS);
    }
  }
}
