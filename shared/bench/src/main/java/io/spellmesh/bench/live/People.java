package io.spellmesh.bench.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.kit.identity.SigningKey;
import io.spellmesh.kit.identity.TokenIssuer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** People with tokens of the server's own key, since a thousand passwords take minutes to hash. */
final class People {
  private static final Duration TOKEN_LIFE = Duration.ofHours(2);

  private final TokenIssuer issuer;

  /** @param data folder of the server, which has the key or will find it there */
  People(Vertx vertx, Path data) {
    issuer = new TokenIssuer(vertx, SigningKey.load(Optional.empty(), data), Clock.systemUTC());
  }

  /** @param graph of the spell of each */
  List<Person> make(URI base, int count, ObjectNode graph) throws IOException, InterruptedException {
    ObjectNode file = JsonNodeFactory.instance.objectNode().put("format", "spellmesh/1").put("name", "Chain");
    file.set("graph", graph);
    List<Person> people = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < count; i++) {
        UUID user = UUID.randomUUID();
        String token = issuer.issue(user, Set.of("user"), UUID.randomUUID(), TOKEN_LIFE);
        people.add(new Person(user.toString(), token, spell(client, base, token, file)));
      }
    }
    return people;
  }

  private static String spell(HttpClient client, URI base, String token, ObjectNode file)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(base.resolve("/api/spells/import"))
        .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(Wire.bytes(file))).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 201) {
      throw new IOException("a spell could not be imported: " + new String(answer.body()));
    }
    return Wire.read(answer.body(), JsonNode.class).get("spells").get(0).get("id").textValue();
  }
}
