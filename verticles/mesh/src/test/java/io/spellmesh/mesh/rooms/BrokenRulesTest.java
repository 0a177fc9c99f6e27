package io.spellmesh.mesh.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small class that breaks a rule is found by that rule. */
class BrokenRulesTest {
  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      io.spellmesh.contract | Broken | io.spellmesh.kit.Member p           | contract imports of ours only
      io.spellmesh.engine   | Broken | io.spellmesh.kit.Member p           | engine imports of ours only
      io.spellmesh.nodes    | Broken | io.spellmesh.kit.Member p           | nodes imports of ours only
      io.spellmesh.kit      | Broken | io.spellmesh.spell.SpellVerticle p  | kit imports of ours only
      io.spellmesh.user     | Broken | io.spellmesh.spell.SpellVerticle p  | user imports of ours only
      io.spellmesh.spell    | Broken | io.spellmesh.user.UserVerticle p    | spell imports of ours only
      io.spellmesh.gateway  | Broken | io.spellmesh.engine.node.NodeType p | gateway imports of ours only
      io.spellmesh.runner   | Broken | io.spellmesh.spell.SpellVerticle p  | runner imports of ours only
      io.spellmesh.bench    | Broken | io.spellmesh.user.UserVerticle p    | bench imports of ours only
      io.spellmesh.contract | Broken | org.slf4j.Logger p                  | contract needs the JDK
      io.spellmesh.engine   | Broken | io.vertx.core.Future<?> p           | engine and nodes know of Vert.x
      io.spellmesh.nodes    | Broken | java.net.http.HttpClient p          | engine and nodes reach the world
      io.spellmesh.nodes    | Broken | java.net.Socket p                   | engine and nodes reach the world
      io.spellmesh.user     | Broken | ProcessBuilder p                    | processes are started
      io.spellmesh.user     | Broken | javax.script.ScriptEngine p         | no text is run as code
      io.spellmesh.user     | NameHelper       | int p                     | no class is called
      io.spellmesh.user     | UserManager      | int p                     | no class is called
      io.spellmesh.user     | UserImpl         | int p                     | no class is called
      io.spellmesh.user     | Utils            | int p                     | no class is called
      io.spellmesh.user.util | Broken          | int p                     | no package is called
      """)
  void isFound(String inPackage, String name, String field, String rule) throws IOException {
    List<String> broken = brokenBy("package %s;\nclass %s { %s; }\n".formatted(inPackage, name, field), name);

    assertTrue(broken.stream().anyMatch(found -> found.startsWith(rule)), "found " + broken);
  }

  @Test
  void runtimeExecIsFound() throws IOException {
    List<String> broken = brokenBy("""
        package io.spellmesh.user;
        class Broken {
          void run() throws java.io.IOException {
            Runtime.getRuntime().exec(new String[] {"true"});
          }
        }
        """, "Broken");

    assertEquals(List.of("processes are started by kit's database alone, and by measurements"), broken);
  }

  @ParameterizedTest
  @CsvSource({
      "io.spellmesh.runner, SpellManagerVerticle, int p",
      "io.spellmesh.user, Utilities, int p",
      "io.spellmesh.user, Simple, int p",
      "io.spellmesh.engine, Fine, io.vertx.core.json.JsonObject p",
      "io.spellmesh.kit.database, Fine, ProcessBuilder p",
  })
  void whatIsAllowedPasses(String inPackage, String name, String field) throws IOException {
    assertEquals(List.of(),
        brokenBy("package %s;\nclass %s { %s; }\n".formatted(inPackage, name, field), name));
  }

  @Test
  void aPackageWithoutInfoAndARoomWithoutReadmeAreFound() throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "<module>shared/room</module>");
    Files.writeString(folder.resolve("README.md"), "# A house");
    Path sources = Files.createDirectories(folder.resolve("shared/room/src/main/java/io/spellmesh/room"));
    Files.writeString(sources.resolve("A.java"), "package io.spellmesh.room; class A {}");

    House house = House.at(folder);

    assertEquals(List.of(sources), house.packagesWithoutInfo());
    assertEquals(List.of(folder.resolve("shared/room")), house.foldersWithoutReadme());
  }

  private List<String> brokenBy(String source, String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int compiled = ToolProvider.getSystemJavaCompiler().run(null, System.out, System.err,
        "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"), file.toString());
    assertEquals(0, compiled, "the fixture does not compile");
    JavaClasses broken = new ClassFileImporter().importPath(classes);
    return RoomRules.all().stream().filter(rule -> rule.evaluate(broken).hasViolation())
        .map(rule -> rule.getDescription()).toList();
  }
}
