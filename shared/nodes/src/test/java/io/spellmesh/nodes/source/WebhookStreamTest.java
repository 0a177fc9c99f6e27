package io.spellmesh.nodes.source;

import static io.spellmesh.nodes.Trial.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WebhookStreamTest {
  private final Stand stand = new Stand(new WebhookStream(), "{}", question -> new CompletableFuture<>());

  @Test
  void emitsWhatIsPosted() {
    assertTrue(stand.sources().post(json("[1]")));
    assertTrue(stand.sources().post(json("null")));

    assertEquals("[{'body':[1],'at':'2026-11-22T10:00:00Z'}, {'body':null,'at':'2026-11-22T10:00:00Z'}]", stand.items());
  }

  @Test
  void hearsNothingOnceItIsStopped() {
    stand.sources().stop();

    assertFalse(stand.sources().post(json("1")));
    assertEquals("[]", stand.items());
  }
}
