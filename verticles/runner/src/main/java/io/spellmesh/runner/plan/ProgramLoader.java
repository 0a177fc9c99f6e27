package io.spellmesh.runner.plan;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.engine.plan.Checked;
import io.spellmesh.engine.run.Linker;
import io.spellmesh.engine.run.Program;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Loads a spell and all it can reach, with the rights of the person who runs it. Waits, so it belongs on a
 * runner's own virtual thread.
 */
public final class ProgramLoader {
  /** More spells than anyone draws; fewer than would fill the heap. */
  private static final int MOST_SPELLS = 200;

  /** A spell that is to run; the spells it reaches are yet to be found. */
  public record Root(UUID id, String name, int version, Palette palette, Checked compiled) {}

  /** @param version of the spell */
  public record Loaded(Program program, int version) {}

  private final MeshClient mesh;
  private final Palettes palettes;

  public ProgramLoader(MeshClient mesh, Palettes palettes) {
    this.mesh = mesh;
    this.palettes = palettes;
  }

  /**
   * @param version the newest if absent
   * @throws Failure NOT_FOUND, or what the spell room failed with
   */
  public Spells.Spell get(Caller caller, UUID spell, Optional<Integer> version) {
    return Future.await(ask(caller, spell, version));
  }

  /** The same without waiting, for anywhere. */
  public Future<Spells.Spell> ask(Caller caller, UUID spell, Optional<Integer> version) {
    return mesh.ask(Spells.GET, new Spells.Which(spell, version), caller.token());
  }

  /** Compiles a spell; its mistakes are told when it is linked. */
  public Root root(Spells.Spell spell) {
    Palette palette = palettes.now();
    return new Root(spell.id(), spell.name(), spell.version(), palette, compile(palette, spell));
  }

  /** Whether it was compiled with the node types there are now. */
  public boolean isOfNow(Root root) {
    return root.palette() == palettes.now();
  }

  /** @throws Failure UNPROCESSABLE with every mistake, or what the spell room failed with */
  public Loaded link(Caller caller, Root root) {
    Linker linker = new Linker(root.id().toString(), root.name(), root.compiled().orRefuse());
    int found = 1;
    List<Linker.Reference> missing = linker.missing();
    while (!missing.isEmpty()) {
      found += missing.size();
      if (found > MOST_SPELLS) {
        String message = "the spell reaches more than " + MOST_SPELLS + " other spells";
        throw Failure.unprocessable(message, List.of(Mistake.of(message)));
      }
      missing.forEach(reference -> find(caller, root.palette(), linker, reference));
      missing = linker.missing();
    }
    return new Loaded(linker.link(), root.version());
  }

  /**
   * A spell that a run's node names, with all it can reach; the mistakes of those below are told when they are reached.
   *
   * @throws Failure NOT_FOUND, UNPROCESSABLE with what is wrong with it, or what the spell room failed with
   */
  public Program named(Caller caller, UUID within, String idOrName) {
    Spells.Spell spell;
    try {
      spell = ask(caller, within, idOrName);
    } catch (Failure failure) {
      throw failure.code() == FailureCode.NOT_FOUND ? Failure.notFound(notThere(idOrName)) : failure;
    }
    Root root = root(spell);
    if (!root.compiled().errors().isEmpty()) {
      throw Failure.unprocessable(cannotRun(spell, root.compiled()), root.compiled().errors());
    }
    return link(caller, root).program();
  }

  private Spells.Spell ask(Caller caller, UUID within, String idOrName) {
    Spells.Reference reference;
    try {
      reference = new Spells.Reference(within, idOrName);
    } catch (IllegalArgumentException noName) {
      // What no spell can be called, none is called.
      throw Failure.notFound(notThere(idOrName));
    }
    return Future.await(mesh.ask(Spells.FIND, reference, caller.token()));
  }

  private static String notThere(String idOrName) {
    return "there is no spell '" + idOrName + "' in the project";
  }

  private static String cannotRun(Spells.Spell spell, Checked checked) {
    return "the spell '" + spell.name() + "' cannot run: " + checked.errors().getFirst().message();
  }

  private void find(Caller caller, Palette palette, Linker linker, Linker.Reference reference) {
    Spells.Spell spell;
    try {
      spell = ask(caller, UUID.fromString(reference.within()), reference.idOrName());
    } catch (Failure failure) {
      if (failure.code() != FailureCode.NOT_FOUND) {
        throw failure;
      }
      linker.notFound(reference, notThere(reference.idOrName()));
      return;
    }
    Checked checked = compile(palette, spell);
    if (checked.errors().isEmpty()) {
      linker.found(reference, spell.id().toString(), spell.name(), checked.plan());
    } else {
      linker.notFound(reference, cannotRun(spell, checked));
    }
  }

  private static Checked compile(Palette palette, Spells.Spell spell) {
    return palette.plans().get(spell.id(), spell.version(), () -> palette.compiler().compile(spell.graph()));
  }
}
