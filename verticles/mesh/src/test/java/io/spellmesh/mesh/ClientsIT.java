package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.mesh.live.BridgeClient;
import io.spellmesh.testkit.Corpus;
import io.spellmesh.testkit.ProjectFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Programs of other people sign in, open a spell that people saved, run it and hear it live: a page with the
 * stock client, one with a WebSocket of its own, and a Java 17 with nothing of ours but the contract.
 */
class ClientsIT {
  private static final String STARTER = "magick__Starter.json";
  private static final String PASSWORD = "correct horse battery";
  /** A started run, four nodes, and its end. */
  private static final String STARTERS_EVENTS = "1:started 2:node.started 3:node.completed 4:node.started"
      + " 5:node.completed 6:node.started 7:node.completed 8:node.started 9:node.completed 10:completed";
  private static final String SAID = "{\"Output - Default\":\"testing\"}";

  private static Path folder;
  private static StartedMesh mesh;

  @BeforeAll
  static void start() throws IOException {
    folder = Launch.emptyFolder("clients");
    mesh = Launch.in(folder).startAndWait();
  }

  @AfterAll
  static void stop() throws IOException {
    mesh.close();
  }

  @Test
  void aPageWithTheStockClient() throws IOException, URISyntaxException {
    Path spell = starter();
    Path page = installed();
    mesh.rest().register("page@example.org", PASSWORD);

    MeshProcess node = new MeshProcess(new ProcessBuilder("node", page.resolve("page.js").toString(),
        mesh.base().toString(), "page@example.org", PASSWORD, spell.toString(), startersInputs().toString()).start());

    assertEquals(0, node.awaitExit(), String.join("\n", node.errors()));
    assertEquals(List.of("events " + STARTERS_EVENTS, "kept true", "outputs " + SAID),
        node.output().subList(1, node.output().size()));
  }

  @Test
  void aProgramWithAPlainWebSocket() throws IOException, InterruptedException {
    MeshRest me = mesh.rest().register("plain@example.org", PASSWORD).logIn("plain@example.org", PASSWORD);
    String spell = me.importSpell(Wire.read(Files.readAllBytes(starter()), JsonNode.class));
    ObjectNode place = JsonNodeFactory.instance.objectNode().put("tab", "plain").put("spell", spell);
    ObjectNode order = place.deepCopy().put("run", UUID.randomUUID().toString());
    order.set("inputs", startersInputs());

    try (BridgeClient socket = BridgeClient.open(mesh.base(), me.accessToken())) {
      socket.register("spellmesh.user." + me.userId() + ".spell." + spell);
      socket.ask(Tabs.OPEN, place);
      socket.ask(Tabs.RUN, order);

      List<String> events = new ArrayList<>();
      while (events.isEmpty() || !events.getLast().endsWith(":completed")) {
        JsonNode body = socket.next().get("body");
        body.path("events").forEach(event -> events.add(event.get("seq") + ":" + event.get("kind").textValue()));
      }
      assertEquals(STARTERS_EVENTS, String.join(" ", events));
    }
  }

  @Test
  void aJava17ProgramOnTheBus() throws IOException, URISyntaxException {
    List<String> output = onTheBus(starter(), startersInputs(), "bus@example.org");

    assertEquals(List.of("java 17", "outputs " + SAID, "events " + STARTERS_EVENTS, "kept true",
        "spells 1", "stranger UNAUTHENTICATED"), output);
  }

  @Test
  void aJava17ProgramOnTheBusWithASpellAndANodeTypeOfOurs() throws IOException, URISyntaxException {
    List<String> output = onTheBus(resource("/spells/echo.spell.json"),
        JsonNodeFactory.instance.objectNode().put("Input", "over the bus"), "echo@example.org",
        resource("/spells/shout.spell.json").toString(), mesh.linkCode());

    assertEquals(List.of("java 17", "outputs {\"Output\":\"over the bus\"}",
        "events 1:started 2:node.started 3:node.completed 4:node.started 5:node.completed 6:completed",
        "kept true", "spells 1", "stranger UNAUTHENTICATED", "shout HEAR! on 17"), output);
  }

  /** @param offer a spell with a node type that the program offers, and the code that signs it in as the owner */
  private static List<String> onTheBus(Path spell, ObjectNode inputs, String email, String... offer)
      throws IOException, URISyntaxException {
    String classPath = System.getProperty("java.class.path");
    compile(folder, classPath);
    RuntimeFile self = mesh.runtimeFile();
    List<String> command = new ArrayList<>(List.of(
        Launch.javaHome(17).resolve("bin/java").toString(), "-cp", folder + ":" + withoutOurs(classPath),
        "BusClient", self.cluster(), self.member(), spell.toString(), inputs.toString(), email));
    command.addAll(List.of(offer));
    MeshProcess client = new MeshProcess(new ProcessBuilder(command).start());
    assertEquals(0, client.awaitExit(), String.join("\n", client.errors()));
    return client.output();
  }

  /** The spell, as a file by itself. */
  private static Path starter() throws IOException {
    return Files.write(folder.resolve(STARTER), Corpus.find().bytes(STARTER));
  }

  private static ObjectNode startersInputs() {
    return (ObjectNode) Corpus.find().runs().stream()
        .filter(row -> row.get("spell").textValue().equals(STARTER)).findFirst().orElseThrow().get("inputs");
  }

  /** The page and what it needs, as its lock file says. Where there is no Node.js it is skipped, and says so. */
  private static Path installed() throws IOException, URISyntaxException {
    Path page = Files.createDirectories(folder.resolve("page"));
    for (String file : List.of("package.json", "package-lock.json", "page.js")) {
      Files.copy(resource("/stock-client/" + file), page.resolve(file));
    }
    MeshProcess npm;
    try {
      npm = new MeshProcess(new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
          .directory(page.toFile()).start());
    } catch (IOException absent) {
      if ("true".equals(System.getenv("CI"))) {
        throw absent;
      }
      System.err.println("SKIPPED: there is no npm to install the stock client with");
      return Assumptions.abort("there is no npm");
    }
    assertEquals(0, npm.awaitExit(), String.join("\n", npm.errors()));
    return page;
  }

  /** Only what an older Java can read: the contract, and libraries; no logging set up, as a stranger has none. */
  private static String withoutOurs(String classPath) {
    String contract = ProjectFolder.root().resolve("shared/contract/target").toString();
    return List.of(classPath.split(":")).stream()
        .filter(entry -> !entry.contains("logback"))
        .filter(entry -> !entry.contains("spellmesh-") && !entry.startsWith(ProjectFolder.root().toString())
            || entry.startsWith(contract) || entry.contains("spellmesh-contract"))
        .reduce((one, other) -> one + ":" + other).orElseThrow();
  }

  private static void compile(Path folder, String classPath) throws URISyntaxException {
    int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-d",
        folder.toString(), "-cp", classPath, resource("/client/BusClient.java").toString());
    assertEquals(0, result, "the client does not compile");
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(ClientsIT.class.getResource(name), name).toURI());
  }
}
