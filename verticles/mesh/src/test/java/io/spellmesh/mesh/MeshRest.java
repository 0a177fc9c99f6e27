package io.spellmesh.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The REST of a running mesh, as one person. */
public final class MeshRest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private final URI base;
  private final Optional<String> token;

  /** @param base as the program prints it */
  MeshRest(URI base) {
    this(base, Optional.empty());
  }

  private MeshRest(URI base, Optional<String> token) {
    this.base = base;
    this.token = token;
  }

  /** @param body empty if there was none, or none of JSON */
  public record Answer(int status, Optional<JsonNode> body) {
    /** The body of an answer that must have this status. */
    public JsonNode must(int wanted) {
      if (status != wanted) {
        throw new AssertionError("status is " + status + ", must be " + wanted + ": " + body);
      }
      return body.orElseThrow(() -> new AssertionError("status " + status + " without a JSON body"));
    }
  }

  MeshRest signInByLink(String code) throws IOException {
    return as(post("/api/auth/link", Map.of("code", code)).must(200));
  }

  public MeshRest register(String email, String password) throws IOException {
    return as(post("/api/auth/register", Map.of("email", email, "password", password)).must(201));
  }

  MeshRest logIn(String email, String password) throws IOException {
    return as(post("/api/auth/login", Map.of("email", email, "password", password)).must(200));
  }

  private MeshRest as(JsonNode signedIn) {
    return new MeshRest(base, Optional.of(signedIn.get("accessToken").textValue()));
  }

  /** The person's access token, for what is not REST. */
  public String accessToken() {
    return token.orElseThrow();
  }

  public String userId() throws IOException {
    return get("/api/users/me").must(200).get("id").textValue();
  }

  /** The same person at another process. */
  public MeshRest at(URI otherBase) {
    return new MeshRest(otherBase, token);
  }

  /** Imports a spell file. @return id of its first spell */
  public String importSpell(JsonNode file) throws IOException {
    return post("/api/spells/import", file).must(201).get("spells").get(0).get("id").textValue();
  }

  /** Runs a spell to its end. @return {@code {id,status,outputs,error?,ms}} */
  public JsonNode run(String spell, ObjectNode inputs) throws IOException {
    return post("/api/spells/" + spell + "/runs", Map.of("inputs", inputs)).must(200).get("run");
  }

  public Answer get(String path) throws IOException {
    return send(HttpRequest.newBuilder().GET(), path);
  }

  public Answer post(String path, Object body) throws IOException {
    return send(HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(Wire.bytes(body)))
        .header("content-type", "application/json"), path);
  }

  public Answer delete(String path) throws IOException {
    return send(HttpRequest.newBuilder().DELETE(), path);
  }

  private Answer send(HttpRequest.Builder request, String path) throws IOException {
    token.ifPresent(secret -> request.header("authorization", "Bearer " + secret));
    try {
      HttpResponse<byte[]> response = CLIENT.send(
          request.uri(base.resolve(path)).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
      boolean json = response.headers().firstValue("content-type")
          .filter(type -> type.contains("json")).isPresent();
      return new Answer(response.statusCode(),
          json ? Optional.of(Wire.read(response.body(), JsonNode.class)) : Optional.empty());
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
