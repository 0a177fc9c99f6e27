package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.mesh.live.BridgeClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody at a socket of the bridge. Every refusal is shown to the witness. */
final class Eavesdropper implements AutoCloseable {
  private static final Set<String> REFUSALS = Set.of("rejected", "access_denied", "invalid_json",
      "missing_type", "missing_address", "unknown_type", "max_address_length", "invalid_type");

  private final Person person;
  private final BridgeClient socket;

  Eavesdropper(Person person) throws IOException {
    this.person = person;
    this.socket = BridgeClient.open(person.rest().base(), person.accessToken());
  }

  /** Halves of characters too. */
  void say(JsonNode frame) throws IOException {
    say(Wire.text(frame));
  }

  void say(String frame) throws IOException {
    socket.writeText(frame);
  }

  void say(String verb, String address) throws IOException {
    say(BridgeClient.frame(verb, address).set("body", JsonNodeFactory.instance.objectNode()));
  }

  /** What comes next, and is no answer to {@link #ask}. */
  JsonNode next() {
    try {
      return socket.next();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting", e);
    }
  }

  /** Once everything that was said has had its effect: what came of it, and not how far runs have come. */
  List<JsonNode> heard() throws IOException {
    ask(Tabs.PING, JsonNodeFactory.instance.objectNode());
    return socket.heard().stream().filter(frame -> !frame.path("body").has("tail")).toList();
  }

  /** @throws AssertionError unless so many frames were refused and nothing else came */
  void assertRefused(int frames) throws IOException {
    List<JsonNode> heard = heard();
    for (JsonNode refusal : heard) {
      show(refusal);
      if (!refusal.path("type").asText().equals("err") || !REFUSALS.contains(refusal.path("body").asText())) {
        throw new AssertionError("should be a refusal: " + refusal);
      }
    }
    assertEquals(frames, heard.size());
  }

  /** @return the bridge's frame */
  JsonNode ask(Operation<?, ?> operation, ObjectNode body) throws IOException {
    JsonNode answer = socket.ask(operation, body);
    if (answer.path("type").asText().equals("err")) {
      show(answer);
    }
    return answer;
  }

  private void show(JsonNode refusal) {
    person.rest().witness().heard("a frame",
        new Reply(refusal.path("failureCode").asInt(400), Map.of(), refusal.toString()));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
