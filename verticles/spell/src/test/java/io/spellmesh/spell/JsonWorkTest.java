package io.spellmesh.spell;

import static io.spellmesh.testkit.Waiting.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JsonWorkTest {
  private final Vertx vertx = Vertx.vertx();
  private final JsonWork work = new JsonWork(vertx);

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void worksOnALittleAtOnce() {
    ObjectNode json = SpellRoom.graph("{\"a\":[1,2,3]}");

    assertEquals(Thread.currentThread(), await(work.on(json, Thread::currentThread)));
  }

  @Test
  void worksOnOneLongTextElsewhere() {
    ObjectNode json = SpellRoom.graph("{}").put("a", "x".repeat(JsonWork.MOST_INLINE_CHARS));

    assertNotEquals(Thread.currentThread(), await(work.on(json, Thread::currentThread)));
  }

  @Test
  void worksOnManySmallPartsElsewhere() {
    ObjectNode json = SpellRoom.graph("{}");
    json.putArray("before");
    for (int i = 0; i < JsonWork.MOST_INLINE_CHARS; i++) {
      json.withArray("many").add(1);
    }

    assertNotEquals(Thread.currentThread(), await(work.on(json, Thread::currentThread)));
  }
}
