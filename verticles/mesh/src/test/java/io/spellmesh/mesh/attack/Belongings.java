package io.spellmesh.mesh.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of everything that has an id, of one person.
 *
 * @param value  a reference to a value of the run that was too large to travel
 * @param secret name of a key that is kept
 */
record Belongings(Person owner, String spell, String run, String value, String project, String event, String store,
    String document, String task, String key, String session, String secret) {
  /** Larger than what travels in an event. */
  private static final int LARGE = 20_000;

  static Belongings of(Person owner) throws IOException {
    String spell = owner.importSpell(AttackedMesh.example("greeting"));
    JsonNode run = owner.run(spell, Map.of("name", AttackedMesh.CANARY.repeat(
        LARGE / AttackedMesh.CANARY.length())));
    String id = run.get("id").textValue();
    String store = owner.rest().post("/api/document-stores", Map.of("name", "secrets")).must(201).json().get("id")
        .textValue();
    JsonNode events = owner.rest().get("/api/runs/" + id + "/events").must(200).json();
    return new Belongings(owner, spell, id, events.findValue("$ref").textValue(),
        owner.rest().get("/api/spells/" + spell).must(200).json().get("project").textValue(),
        owner.rest().post("/api/events", Map.of("content", AttackedMesh.CANARY)).must(201).json().get("id").textValue(),
        store,
        owner.rest().post("/api/documents", Map.of("store", store, "content", AttackedMesh.CANARY)).must(201).json()
            .get("id").textValue(),
        owner.rest().post("/api/tasks", Map.of("objective", AttackedMesh.CANARY)).must(201).json().get("id")
            .textValue(),
        owner.makeKey().get("id").textValue(),
        owner.rest().get("/api/auth/sessions").must(200).json().get("items").get(0).get("id").textValue(),
        owner.rest().put("/api/secrets/google", Map.of("value", AttackedMesh.CANARY + "-key")).must(200).json()
            .get("name").textValue());
  }

  /** The id by which a route knows its thing, by the collection in its path. */
  String idIn(String path) {
    String collection = path.replaceFirst("^/api/(auth/)?", "").replaceFirst("/.*", "");
    return switch (collection) {
      case "spells" -> spell;
      case "runs" -> run;
      case "projects" -> project;
      case "events" -> event;
      case "document-stores" -> store;
      case "documents" -> document;
      case "tasks" -> task;
      case "keys" -> key;
      case "sessions" -> session;
      default -> throw new AssertionError("no case for the collection of " + path);
    };
  }

  /** Everything of it as its owner sees it. */
  Map<String, String> asSeenByOwner() throws IOException {
    Map<String, String> seen = new LinkedHashMap<>();
    for (String path : List.of("/api/spells", "/api/spells/" + spell, "/api/spells/" + spell + "/versions",
        "/api/spells/" + spell + "/export", "/api/runs", "/api/runs/" + run, "/api/runs/" + run + "/events",
        "/api/runs/" + run + "/values/" + value, "/api/projects", "/api/projects/" + project,
        "/api/projects/" + project + "/export", "/api/events", "/api/document-stores", "/api/documents",
        "/api/documents/" + document, "/api/tasks", "/api/tasks/" + task, "/api/users/me", "/api/secrets")) {
      seen.put(path, owner.rest().get(path).must(200).body());
    }
    for (String path : List.of("/api/auth/keys", "/api/auth/sessions")) {
      seen.put(path, ids(owner.rest().get(path).must(200).json()));
    }
    return seen;
  }

  /** Without the times of their last use. */
  private static String ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.get("items").forEach(item -> ids.add(((ObjectNode) item).get("id").textValue()));
    return String.join(",", ids);
  }
}
