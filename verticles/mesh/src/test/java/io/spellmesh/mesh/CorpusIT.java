package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.testkit.Corpus;
import io.spellmesh.testkit.LoopbackModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Real spells, imported over REST and run, answer what they must. */
class CorpusIT {

  @Test
  void everyRowWhoseNodesAreKnownAnswersAsRequired() throws IOException {
    Corpus corpus = Corpus.find();
    List<String> failed = new ArrayList<>();
    int tried = 0;
    try (LoopbackModels models = LoopbackModels.start();
        StartedMesh mesh = Launch.in(Launch.emptyFolder("corpus"))
            .with("SPELLMESH_COMPLETION_OPENAI_BASE_URL", models.url())
            .with("SPELLMESH_COMPLETION_OPENAI_API_KEY", "sk-loopback").startAndWait()) {
      MeshRest me = mesh.signedIn();
      Set<String> known = knownTypes(me);
      List<ObjectNode> rows = corpus.runs();
      for (int i = 0; i < rows.size(); i++) {
        ObjectNode row = rows.get(i);
        if (known.containsAll(typesOf(corpus.spell(row.get("spell").textValue())))) {
          tried++;
          models.says(row.path("completion").asText());
          mismatch(me, corpus, row, "corpus row " + i).ifPresent(failed::add);
        }
      }
      System.out.println("corpus: " + (tried - failed.size()) + " of " + tried
          + " rows as required; of all " + rows.size() + " rows " + (rows.size() - tried)
          + " need node types that are not built yet");
    }
    assertTrue(tried > 0, "no row was tried");
    assertEquals(List.of(), failed);
  }

  @Test
  void everyFileComesBackFromExportWithTheSameGraph() throws IOException {
    Corpus corpus = Corpus.find();
    try (StartedMesh mesh = Launch.in(Launch.emptyFolder("export")).startAndWait()) {
      MeshRest me = mesh.signedIn();
      for (String name : corpus.spellNames()) {
        for (JsonNode spell : me.post("/api/spells/import", corpus.spell(name)).must(201).get("spells")) {
          JsonNode exported = me.get("/api/spells/" + spell.get("id").textValue() + "/export").must(200);
          String again = me.importSpell(exported);
          JsonNode graph = me.get("/api/spells/" + again).must(200).get("graph");

          assertEquals(exported.get("graph"), graph, name);
          assertTrue(corpus.spell(name).findValues("nodes").contains(graph.get("nodes"))
              || containsText(corpus.spell(name)), name + " has other nodes after import");
        }
      }
    }
  }

  /** Some files hold their graph as JSON text; that it is the same is the importer's own test. */
  private static boolean containsText(JsonNode file) {
    return file.findValues("graph").stream().anyMatch(JsonNode::isTextual);
  }

  private static Set<String> knownTypes(MeshRest me) throws IOException {
    Set<String> names = new HashSet<>();
    for (JsonNode type : me.get("/api/node-types").must(200).get("nodeTypes")) {
      names.add(type.get("title").textValue());
      names.add(type.get("type").textValue());
      type.get("aliases").forEach(alias -> names.add(alias.textValue()));
    }
    return names;
  }

  private static Set<String> typesOf(JsonNode file) {
    Set<String> names = new HashSet<>();
    for (JsonNode nodes : file.findValues("nodes")) {
      nodes.forEach(node -> names.add(node.path("name").asText()));
    }
    return names;
  }

  private static Optional<String> mismatch(MeshRest me, Corpus corpus, ObjectNode row, String project)
      throws IOException {
    String id = me.post("/api/projects", Map.of("name", project)).must(201).get("id").textValue();
    for (JsonNode other : row.path("with")) {
      me.post("/api/spells/import?project=" + id, corpus.spell(other.textValue())).must(201);
    }
    String spell = me.post("/api/spells/import?project=" + id, corpus.spell(row.get("spell").textValue()))
        .must(201).get("spells").get(0).get("id").textValue();
    MeshRest.Answer answer =
        me.post("/api/spells/" + spell + "/runs", Map.of("inputs", row.get("inputs")));
    JsonNode body = answer.body().orElseThrow();
    return isAsRequired(row.get("required"), answer.status(), body) ? Optional.empty()
        : Optional.of(project + " " + row.get("spell").textValue() + " required " + row.get("required")
            + " but was " + answer.status() + " " + body);
  }

  private static boolean isAsRequired(JsonNode required, int status, JsonNode body) {
    JsonNode outputs = body.path("run").path("outputs");
    String said = body.path("run").path("error").path("message").asText(body.path("detail").asText());
    boolean hasFailed = status == 422 || body.path("run").path("status").asText().equals("failed");
    String kind = required.fieldNames().next();
    return switch (kind) {
      case "outputs" -> status == 200 && outputs.equals(required.get(kind));
      case "outputsContainValue" -> status == 200 && values(outputs).contains(required.get(kind));
      case "failure" -> hasFailed && saysWhatItMust(required.get(kind).textValue(), said);
      case "anyOf" -> status == 200 && outputs.isObject() || hasFailed && !said.isBlank();
      default -> fail("the corpus requires '" + kind + "', which this test does not know");
    };
  }

  private static List<JsonNode> values(JsonNode outputs) {
    List<JsonNode> values = new ArrayList<>();
    outputs.forEach(values::add);
    return values;
  }

  /** The corpus says in words what the message must hold; quoted words must stand in it. */
  private static boolean saysWhatItMust(String required, String said) {
    boolean namesNode = !required.contains("node") && !required.contains("Spell")
        || said.matches("(?s).*\\b\\w+( \\w+)* \\d+.*");
    boolean quotes = Pattern.compile("['\"]([^'\"]+)['\"]").matcher(required).results()
        .allMatch(quoted -> said.contains(quoted.group(1)));
    return namesNode && quotes;
  }
}
