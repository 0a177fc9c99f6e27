package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkerTest {
  private static final NodeCatalog CATALOG = Samples.with();

  @Test
  void asksForEverySpellThatIsNamedByIdOrByName() {
    Drawing drawing = new Drawing();
    drawing.data(drawing.add("Spell")).put("spellId", "7d").put("spell", "by name");
    drawing.data(drawing.add("Spell")).putObject("spell").put("id", "in an object");
    drawing.data(drawing.add("Spell")).put("spell", "by name");
    drawing.add("Spell");
    Linker linker = new Linker("root", "Root", Stage.plan(drawing, CATALOG));

    assertEquals(List.of(new Linker.Reference("root", "7d"), new Linker.Reference("root", "by name"),
        new Linker.Reference("root", "in an object")), linker.missing());

    linker.found(new Linker.Reference("root", "by name"), "b", "B", plan());
    linker.notFound(new Linker.Reference("root", "7d"), "no spell 7d");
    linker.notFound(new Linker.Reference("root", "in an object"), "no such spell");
    assertEquals(List.of(), linker.missing());
    Program program = linker.link();
    assertEquals("B", ((Program.Child.Found) program.child(program.root(), program.root().node(0))).name());
    assertEquals(new Program.Child.Missing("no such spell"),
        program.child(program.root(), program.root().node(1)));
    assertEquals(new Program.Child.Missing("it names no spell"),
        program.child(program.root(), program.root().node(3)));
  }

  @Test
  void takesTheSpellByIdBeforeTheOneByName() {
    Drawing drawing = new Drawing();
    drawing.data(drawing.add("Spell")).put("spell", "name").put("spellId", "id");
    Linker linker = new Linker("root", "Root", Stage.plan(drawing, CATALOG));
    linker.found(new Linker.Reference("root", "name"), "n", "by name", plan());
    linker.found(new Linker.Reference("root", "id"), "i", "by id", plan());

    Program program = linker.link();

    assertEquals("by id", ((Program.Child.Found) program.child(program.root(), program.root().node(0)))
        .name());
  }

  @ParameterizedTest(name = "{0} spells in a ring")
  @ValueSource(ints = {1, 2, 20})
  void refusesASpellThatContainsItselfWithThePath(int length) {
    Failure failure = assertThrows(Failure.class, () -> link(i -> List.of((i + 1) % length)));

    assertEquals(FailureCode.UNPROCESSABLE, failure.code());
    assertTrue(failure.getMessage().startsWith("a spell may not contain itself: 's0' → "),
        failure::getMessage);
    assertTrue(failure.getMessage().endsWith("'s0'"), failure::getMessage);
  }

  @Test
  void refusesARingThatTheSpellOnlyLeadsTo() {
    Failure failure = assertThrows(Failure.class, () -> link(i -> List.of(i == 2 ? 1 : i + 1)));

    assertEquals("a spell may not contain itself: 's1' → 's2' → 's1'", failure.getMessage());
  }

  @Test
  void admitsTwentyLevelsAndRefusesMore() {
    link(i -> i < 20 ? List.of(i + 1) : List.of());

    Failure failure = assertThrows(Failure.class, () -> link(i -> i < 21 ? List.of(i + 1) : List.of()));
    assertTrue(failure.getMessage().startsWith("spells lie more than 20 deep in one another: 's0' → 's1'"));
  }

  @Test
  void refusesWhatIsTooDeepOnlyByWayOfASpellThatWasSeenBefore() {
    // s0 has s11 directly, and again at the end of s1 … s10.
    IntFunction<List<Integer>> children = i -> i == 0 ? List.of(11, 1) : i < 24 ? List.of(i + 1) : List.of();

    assertThrows(Failure.class, () -> link(children));
  }

  @Test
  void asksForNothingThatLiesTooDeep() {
    List<Integer> asked = new ArrayList<>();

    assertThrows(Failure.class, () -> link(i -> {
      asked.add(i);
      return List.of(i + 1);
    }));
    assertEquals(22, asked.size());
  }

  @Test
  void refusesAChainOfTenThousandWithoutRunningOutOfStack() {
    Linker linker = new Linker("s0", "s0", plan(List.of(1)));
    for (int i = 1; i < 10_000; i++) {
      linker.found(new Linker.Reference("s" + (i - 1), "s" + i), "s" + i, "s" + i, plan(List.of(i + 1)));
    }

    assertThrows(Failure.class, linker::link);
  }

  @Test
  void looksAtEachSpellOnceHoweverManyReachIt() {
    // Each level has the next one twice over: 2^20 ways, 41 spells.
    link(i -> i >= 39 ? List.of() : List.of(i / 2 * 2 + 2, i / 2 * 2 + 3));
  }

  /** @param children numbers of the spells that a spell has */
  private static Program link(IntFunction<List<Integer>> children) {
    Linker linker = new Linker("s0", "s0", plan(children.apply(0)));
    for (List<Linker.Reference> missing = linker.missing(); !missing.isEmpty(); missing = linker.missing()) {
      for (Linker.Reference reference : missing) {
        String id = reference.idOrName();
        linker.found(reference, id, id, plan(children.apply(Integer.parseInt(id.substring(1)))));
      }
    }
    return linker.link();
  }

  private static Plan plan(List<Integer> children) {
    Drawing drawing = new Drawing();
    children.forEach(child -> drawing.data(drawing.add("Spell")).put("spell", "s" + child));
    return Stage.plan(drawing, CATALOG);
  }

  private static Plan plan() {
    return plan(List.of());
  }
}
