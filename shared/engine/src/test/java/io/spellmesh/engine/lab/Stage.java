package io.spellmesh.engine.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.Plan;
import io.spellmesh.engine.plan.PlanCompiler;
import io.spellmesh.engine.run.Program;
import io.spellmesh.engine.run.Run;
import io.spellmesh.engine.run.RunSettings;

/** Plays spells to their end under one schedule after another. */
public final class Stage {
  private Stage() {}

  public static Plan plan(Drawing drawing, NodeCatalog catalog) {
    return new PlanCompiler(catalog).compile(drawing.graph()).orRefuse();
  }

  public static ObjectNode json(String text) {
    return Wire.read(text, ObjectNode.class);
  }

  /** Plays a drawing without inputs, in the schedule with number 0. */
  public static Heard play(Drawing drawing, NodeCatalog catalog) {
    return play(drawing, catalog, "{}");
  }

  /** Plays a drawing in the schedule with number 0. */
  public static Heard play(Drawing drawing, NodeCatalog catalog, String inputs) {
    return play(Program.of(plan(drawing, catalog)), json(inputs), RunSettings.USUAL, new SeededHost(0));
  }

  /** Plays a program to its end, which must leave nothing behind. */
  public static Heard play(Program program, ObjectNode inputs, RunSettings settings, SeededHost host) {
    Heard heard = new Heard();
    Run run = new Run("run", program, inputs, settings, host, heard);
    host.post(run::start);
    boolean goesOn = true;
    while (goesOn && !run.isOver()) {
      goesOn = host.step();
    }
    host.settle();
    if (host.left() != 0) {
      throw new AssertionError(host.left() + " timers or forks were left behind");
    }
    return settings.firstSeq() == 1 ? heard.inOrder() : heard;
  }
}
