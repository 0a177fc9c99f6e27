package io.spellmesh.mesh.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** Somebody with an account who has signed in, and all that nobody else may see. */
record Person(Visitor rest, String id, String email, String password, String accessToken,
    String refreshToken) {

  static Person of(Visitor nobody, String email, String password, JsonNode signedIn) {
    String access = signedIn.get("accessToken").textValue();
    String refresh = signedIn.get("refreshToken").textValue();
    nobody.witness().keepSecret(access);
    nobody.witness().keepSecret(refresh);
    return new Person(nobody.as(access), signedIn.get("user").get("id").textValue(), email, password, access,
        refresh);
  }

  /** Signed in once more: another session of the same person. */
  Person again() throws IOException {
    Visitor nobody = new Visitor(rest.base(), rest.witness(), rest.address(), Map.of());
    return of(nobody, email, password, nobody.post("/api/auth/login",
        Map.of("email", email, "password", password)).must(200).json());
  }

  /** @return {@code {id,name,key,created}} */
  JsonNode makeKey() throws IOException {
    JsonNode key = rest.post("/api/auth/keys", Map.of("name", "for the attack")).must(201).json();
    rest.witness().keepSecret(key.get("key").textValue());
    return key;
  }

  /** @return id of the first spell */
  String importSpell(JsonNode file) throws IOException {
    return rest.post("/api/spells/import", file).must(201).json().get("spells").get(0).get("id").textValue();
  }

  /** @return {@code {id,status,outputs,error?,ms}} */
  JsonNode run(String spell, Object inputs) throws IOException {
    return rest.post("/api/spells/" + spell + "/runs", Map.of("inputs", inputs)).must(200).json().get("run");
  }

  /** Starts a run and does not wait for its end: 202 with {@code {run:{id,status}}}. */
  Reply start(String spell) throws IOException {
    return rest.with("Prefer", "respond-async").post("/api/spells/" + spell + "/runs", Map.of());
  }
}
