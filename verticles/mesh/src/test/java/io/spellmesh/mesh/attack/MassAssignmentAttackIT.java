package io.spellmesh.mesh.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Bodies that say more than they may: whose a thing is, who asks, what nobody but the server decides. */
@Tag("attack")
@ExtendWith(SharedMesh.class)
@ResourceLock(SharedMesh.LOCK)
class MassAssignmentAttackIT {
  private static final List<String> FIELDS = List.of("owner", "user", "userId", "user_id", "role", "roles",
      "id", "fence", "epoch", "version", "session", "status", "created", "caller", "token", "address",
      "__proto__", "constructor");

  private static AttackedMesh mesh;

  private Person ada;
  private Person eve;
  private Belongings adas;

  @BeforeAll
  static void start(AttackedMesh shared) {
    mesh = shared;
  }

  @BeforeEach
  void people() throws IOException {
    ada = mesh.register();
    eve = mesh.register();
    adas = Belongings.of(ada);
  }

  @Test
  void everyFieldThatIsNotAskedForIsRefusedByName() throws IOException {
    Belongings eves = Belongings.of(eve);
    Map<String, String> before = eves.asSeenByOwner();
    Map<String, String> bodies = Map.of(
        "POST /api/spells", "{'name':'x','graph':{'nodes':{}}}",
        "PUT /api/spells/" + eves.spell(), "{'base':1,'name':'renamed'}",
        "POST /api/spells/" + eves.spell() + "/runs", "{'inputs':{}}",
        "POST /api/projects", "{'name':'x'}",
        "PUT /api/projects/" + eves.project(), "{'name':'x'}",
        "POST /api/auth/keys", "{'name':'x'}",
        "PUT /api/secrets/openai", "{'value':'sk-0123456789abcdef'}",
        "POST /api/auth/register", "{'email':'mallory@example.org','password':'long enough'}",
        "POST /api/auth/login", "{'email':'" + eve.email() + "','password':'" + eve.password() + "'}",
        "POST /api/auth/refresh", "{'refreshToken':'x'}");
    List<String> accepted = new ArrayList<>();

    for (Map.Entry<String, String> body : bodies.entrySet()) {
      for (String field : FIELDS) {
        ObjectNode more = (ObjectNode) Wire.mapper().readTree(body.getValue().replace('\'', '"'));
        more.put(field, ada.id());
        String[] route = body.getKey().split(" ");
        Reply reply = eve.rest().send(route[0], route[1], Wire.bytes(more));
        if (reply.status() != 400 || !reply.detail().contains("'" + field + "'")) {
          accepted.add(body.getKey() + " " + field + " → " + reply.status() + " " + reply.excerpt());
        }
      }
    }

    assertEquals(List.of(), accepted);
    assertEquals(before, eves.asSeenByOwner());
  }

  @Test
  void anImportedFileSaysNothingOfWhoseItIs() throws IOException {
    Map<String, String> before = adas.asSeenByOwner();
    ObjectNode file = AttackedMesh.example("greeting").deepCopy();
    for (String field : FIELDS) {
      file.put(field, ada.id());
    }
    file.put("id", adas.spell()).put("project", adas.project()).put("projectId", adas.project());
    ((ObjectNode) file.get("graph")).put("owner", ada.id()).put("id", adas.spell());

    String imported = eve.importSpell(file);

    assertNotEquals(adas.spell(), imported);
    assertEquals(before, adas.asSeenByOwner());
    JsonNode spell = eve.rest().get("/api/spells/" + imported).must(200).json();
    assertNotEquals(adas.project(), spell.get("project").textValue());
    assertEquals(404, ada.rest().get("/api/spells/" + imported).status());
    String export = eve.rest().get("/api/spells/" + imported + "/export").must(200).body();
    assertEquals(404, eve.rest().get("/api/spells/" + adas.spell()).status(), "an old id is not a way in");
    assertTrue(export.contains(imported), export);
  }

  @Test
  void aGraphThatCarriesRolesCarriesOnlyData() throws IOException {
    ObjectNode graph = AttackedMesh.example("greeting").get("graph").deepCopy();
    graph.put("owner", ada.id()).putArray("roles").add("admin");
    String spell = eve.rest().post("/api/spells", Map.of("name", "mine", "graph", graph)).must(201).json()
        .get("id").textValue();

    eve.run(spell, Map.of("name", "Eve"));

    assertEquals(404, ada.rest().get("/api/spells/" + spell).status());
    assertEquals("[\"user\"]", eve.rest().get("/api/users/me").must(200).json().get("roles").toString());
    assertEquals("[\"user\"]", eve.again().rest().get("/api/users/me").must(200).json().get("roles")
        .toString());
  }

  @Test
  void headersSayNothingOfWhoAsks() throws IOException {
    Visitor pretending = eve.rest();
    for (String header : List.of("X-User", "X-User-Id", "X-Forwarded-User", "X-Remote-User", "user", "userId",
        "sub", "role", "roles", "action", "socket", "session", "X-Original-URL", "X-HTTP-Method-Override")) {
      pretending = pretending.with(header, header.contains("URL") ? "/api/users/me" : ada.id());
    }

    assertEquals(eve.id(), pretending.get("/api/users/me").must(200).json().get("id").textValue());
    assertEquals(404, pretending.get("/api/spells/" + adas.spell()).status());
    assertEquals(401, new Visitor(mesh.base(), ada.rest().witness(), Visitor.HOME, pretending.headers())
        .with("Authorization", "").get("/api/users/me").status());
  }
}
