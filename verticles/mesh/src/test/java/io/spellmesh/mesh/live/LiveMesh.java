package io.spellmesh.mesh.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.mesh.Launch;
import io.spellmesh.mesh.MeshRest;
import io.spellmesh.mesh.StartedMesh;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One started program for all who look at it live, with node types of the tests' own. */
final class LiveMesh implements AutoCloseable {
  private final Path folder;
  private final StartedMesh mesh;
  private final AtomicInteger people = new AtomicInteger();

  private LiveMesh(Launch launch) throws IOException {
    this.folder = launch.folder();
    this.mesh = launch.startAndWait();
  }

  /** One of one's own. */
  static LiveMesh of(Launch launch) throws IOException {
    return new LiveMesh(launch);
  }

  /** With the tests' node types, in a folder of its own. */
  static Launch launch(String name) throws IOException {
    Path folder = Launch.emptyFolder(name);
    return Launch.in(folder).withJar(NodeJar.in(folder))
        // Sockets that a client takes for dead, and the mesh does not yet, count as well.
        .with("SPELLMESH_HTTP_MAX_SOCKETS", "100")
        .with("SPELLMESH_USERS_MAX_OPEN_SPELLS", "100");
  }

  URI base() {
    return mesh.base();
  }

  StartedMesh started() {
    return mesh;
  }

  MeshRest register() throws IOException {
    return mesh.rest().register("person" + people.incrementAndGet() + "@example.org", "correct horse battery");
  }

  /** A file that is not there yet. */
  Path gate() {
    return folder.resolve("gate-" + people.incrementAndGet());
  }

  static void open(Path gate) throws IOException {
    Files.createFile(gate);
  }

  /** As the journal has it. */
  static List<RunEvent> journal(MeshRest person, Object run) throws IOException {
    List<RunEvent> events = new ArrayList<>();
    JsonNode page;
    do {
      page = person.get("/api/runs/" + run + "/events?after=" + events.size()).must(200);
      page.get("items").forEach(event -> events.add(Wire.read(event, RunEvent.class)));
    } while (page.has("next"));
    return events;
  }

  /** Waits for the run's end, and compares what the tab made of all it heard with the journal. */
  static void assertWhole(MeshRest person, UUID run, LiveTab tab) throws IOException {
    List<RunEvent> seen = tab.awaitEnd(run).events();
    assertEquals(journal(person, run), seen);
  }

  static ObjectNode noInputs() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Gives the mesh to whoever asks for it; JUnit ends it with the last test of all. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == LiveMesh.class;
    }

    @Override
    public LiveMesh resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context.getRoot().getStore(Namespace.create(Shared.class))
          .computeIfAbsent(LiveMesh.class, any -> start(), LiveMesh.class);
    }

    private static LiveMesh start() {
      try {
        // Who does not read is not cut off, however long a busy machine takes.
        return new LiveMesh(launch("live").with("SPELLMESH_HTTP_MAX_LAG", "10m")
            .with("SPELLMESH_HTTP_WRITE_IDLE_TIME", "10m"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    mesh.close();
  }
}
