package io.spellmesh.spell;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.spell.Spells.Import;
import io.spellmesh.contract.spell.Spells.Imported;
import io.spellmesh.contract.spell.Spells.SpellHead;
import io.spellmesh.contract.spell.Spells.SpellName;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Decides about files of spells that come in. */
final class ImportHandler {
  private final MeshClient mesh;
  private final ProjectHandler projects;
  private final PgSpellStore spells;
  private final GraphRules rules;
  private final JsonWork json;
  private final SpellNews news;
  private final int mostSpells;

  ImportHandler(MeshClient mesh, ProjectHandler projects, PgSpellStore spells, GraphRules rules,
      JsonWork json, SpellNews news, SpellConfig config) {
    this.mesh = mesh;
    this.projects = projects;
    this.spells = spells;
    this.rules = rules;
    this.json = json;
    this.news = news;
    this.mostSpells = config.maxFile();
  }

  /** Saves all of the file or nothing of it. What keeps a spell from running does not keep it out. */
  Future<Imported> read(Caller caller, Import question) {
    return mesh.ask(Runner.READ_FILE, new Runner.SpellFile(question.file()), caller.token())
        .compose(read -> save(caller, question, fit(read.spells()),
            new ImportWarnings(read.spells().size() > 1, read.warnings())));
  }

  private Future<Imported> save(Caller caller, Import question, List<ImportedSpell> imported,
      ImportWarnings warnings) {
    imported.forEach(spell -> warnings.add(spell.name(), spell.warnings()));
    return json.on(question.file(), () -> drafts(imported))
        .compose(drafts -> projects.place(caller.user(), question.project())
            .compose(project -> insert(caller, project, drafts)))
        .onSuccess(_ -> news.spells(caller.user()))
        .map(saved -> new Imported(names(saved), warnings.list()));
  }

  private Future<List<SpellHead>> insert(Caller caller, UUID project, List<Draft> drafts) {
    return spells.insert(caller.user(), project, drafts).compose(saved -> saved.isEmpty()
        ? Future.failedFuture(Unknown.project(project)) : Future.succeededFuture(saved));
  }

  private List<ImportedSpell> fit(List<Runner.ReadSpell> read) {
    if (read.isEmpty()) {
      throw Failure.badRequest("the file holds no spell, must hold at least one");
    }
    if (read.size() > mostSpells) {
      throw Failure.badRequest("the file holds " + read.size() + " spells, at most " + mostSpells);
    }
    return read.stream().map(ImportedSpell::of).toList();
  }

  private List<Draft> drafts(List<ImportedSpell> imported) {
    List<Draft> drafts = new ArrayList<>(imported.size());
    imported.forEach(spell -> drafts.add(spell.draft(rules)));
    return drafts;
  }

  private static List<SpellName> names(List<SpellHead> saved) {
    return saved.stream().map(head -> new SpellName(head.id(), head.name())).toList();
  }
}
