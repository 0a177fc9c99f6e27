package io.spellmesh.mesh.rooms;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** DESIGN.md's table of rooms, as rules over compiled classes. */
final class RoomRules {
  /** What a room may import of ours, itself apart. A room that is not here fails the test. */
  static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
      Map.entry("contract", Set.of()),
      Map.entry("engine", Set.of("contract")),
      Map.entry("nodes", Set.of("engine", "contract")),
      Map.entry("kit", Set.of("contract")),
      Map.entry("testkit", Set.of("contract", "engine", "nodes", "kit")),
      Map.entry("bench", Set.of("contract", "engine", "nodes", "kit", "testkit", "runner")),
      Map.entry("user", Set.of("contract", "kit")),
      Map.entry("spell", Set.of("contract", "kit")),
      Map.entry("runner", Set.of("contract", "kit", "engine", "nodes")),
      Map.entry("gateway", Set.of("contract", "kit")),
      Map.entry("completion", Set.of("contract", "kit")),
      Map.entry("event", Set.of("contract", "kit")),
      Map.entry("document", Set.of("contract", "kit")),
      Map.entry("agent", Set.of("contract", "kit")),
      Map.entry("huggingface", Set.of("contract", "kit")),
      Map.entry("mesh", Set.of("contract", "kit", "engine", "nodes", "user", "spell", "runner", "gateway",
          "completion", "event", "document", "agent", "huggingface")));

  private static final String FORBIDDEN_WORD = "(Util|Common|Misc|Helper|Manager|Impl)s?";

  private RoomRules() {}

  static List<ArchRule> all() {
    List<ArchRule> rules = new ArrayList<>();
    MAY_IMPORT.forEach((room, others) -> rules.add(imports(room, others)));
    rules.add(contractNeedsLittle());
    rules.add(engineKnowsNoBus());
    rules.add(nodesOpenNoConnection());
    rules.add(processesAreTheDatabases());
    rules.add(nothingIsEvaluated());
    rules.add(namesSaySomething());
    rules.add(packagesSaySomething());
    return rules.stream().map(rule -> rule.allowEmptyShould(true)).toList();
  }

  private static ArchRule imports(String room, Set<String> others) {
    String[] allowed = Stream.concat(Stream.of(room), others.stream()).map(RoomRules::inside)
        .toArray(String[]::new);
    return noClasses().that().resideInAPackage(inside(room))
        .should().dependOnClassesThat(
            resideInAPackage("io.spellmesh..").and(not(resideInAnyPackage(allowed))))
        .as(room + " imports of ours only " + others.stream().sorted().collect(Collectors.joining(", ")));
  }

  private static ArchRule contractNeedsLittle() {
    return classes().that().resideInAPackage(inside("contract"))
        .should().onlyDependOnClassesThat().resideInAnyPackage(inside("contract"), "java..",
            "com.fasterxml.jackson..", "io.vertx.core..")
        .as("contract needs the JDK, Jackson and Vert.x core alone, for it goes into other people's JVMs");
  }

  private static ArchRule engineKnowsNoBus() {
    return noClasses().that().resideInAnyPackage(inside("engine"), inside("nodes"))
        .should().dependOnClassesThat(
            resideInAPackage("io.vertx..").and(not(resideInAPackage("io.vertx.core.json.."))))
        .as("engine and nodes know of Vert.x its JSON alone");
  }

  private static ArchRule nodesOpenNoConnection() {
    return noClasses().that().resideInAnyPackage(inside("engine"), inside("nodes"))
        .should().dependOnClassesThat(
            resideInAnyPackage("java.net.http..", "java.nio.channels..", "java.sql..")
                .or(named("java.net.Socket", "java.net.ServerSocket", "java.net.URLConnection",
                    "java.net.HttpURLConnection", "java.nio.file.Files", "java.io.FileInputStream",
                    "java.io.FileOutputStream", "java.io.RandomAccessFile")))
        .as("engine and nodes reach the world through the host alone");
  }

  private static ArchRule processesAreTheDatabases() {
    DescribedPredicate<JavaClass> others =
        not(resideInAnyPackage("io.spellmesh.kit.database..", "io.spellmesh.bench.process.."));
    return noClasses().that(others).should().dependOnClassesThat(named("java.lang.ProcessBuilder"))
        .orShould().callMethodWhere(DescribedPredicate.describe("Runtime.exec is called", call ->
            call.getTargetOwner().isEquivalentTo(Runtime.class) && call.getName().equals("exec")))
        .as("processes are started by kit's database alone, and by measurements");
  }

  private static ArchRule nothingIsEvaluated() {
    return noClasses().should().dependOnClassesThat(resideInAnyPackage("javax.script..", "javax.tools..",
            "jdk.jshell..", "org.graalvm.polyglot..", "org.mozilla.javascript..", "groovy..", "bsh.."))
        .as("no text is run as code of this JVM");
  }

  private static ArchRule namesSaySomething() {
    return noClasses().that(not(resideInAPackage("io.spellmesh.runner..")
            .and(DescribedPredicate.describe("named SpellManager…",
                type -> type.getSimpleName().startsWith("SpellManager")))))
        .should().haveNameMatching(".*[.$]([A-Za-z0-9]*[a-z0-9])?" + FORBIDDEN_WORD + "([A-Z0-9$].*)?")
        .as("no class is called util, common, misc, helper, manager or Impl");
  }

  private static ArchRule packagesSaySomething() {
    return noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..misc..",
            "..helper..", "..helpers..", "..base..", "..manager..", "..impl..")
        .as("no package is called util, common, misc, helper, base, manager or impl");
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    Set<String> wanted = Set.of(names);
    return DescribedPredicate.describe("one of " + wanted, type -> wanted.contains(type.getName()));
  }

  private static String inside(String room) {
    return "io.spellmesh." + room + "..";
  }
}
