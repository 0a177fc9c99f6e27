package io.spellmesh.spell;

import io.spellmesh.contract.spell.Spells;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.operation.Serving;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.List;

/** Keeps spells: serves {@link Spells}. */
public final class SpellVerticle extends VerticleBase {
  private final Member member;

  public SpellVerticle(Member member) {
    this.member = member;
  }

  @Override
  public Future<?> start() {
    SpellConfig config = member.settings().section("spells", SpellConfig.class);
    return member.database().migrate("spell").compose(_ -> serve(config));
  }

  private Future<?> serve(SpellConfig config) {
    Pool pool = member.database().pool();
    JsonWork json = new JsonWork(vertx);
    GraphRules rules = new GraphRules(config);
    PgSpellStore spells = new PgSpellStore(pool);
    PgVersionStore versions = new PgVersionStore(pool);
    SpellNews news = new SpellNews(vertx);
    ProjectHandler projects = new ProjectHandler(new PgProjectStore(pool), news);
    SpellHandler spell = new SpellHandler(projects, spells, versions, rules, json, news);
    PatchHandler patches = new PatchHandler(spell, rules, json);
    VersionHandler version = new VersionHandler(versions);
    ImportHandler imports = new ImportHandler(member.mesh(), projects, spells, rules, json, news, config);
    ExportHandler exports = new ExportHandler(projects, new PgExportStore(pool), versions, json, config);
    Serving serving = member.serving();
    return Future.all(List.of(
        serving.serve(Spells.CREATE, spell::create),
        serving.serve(Spells.GET, spell::get),
        serving.serve(Spells.LIST, spell::list),
        serving.serve(Spells.UPDATE, spell::update),
        serving.serve(Spells.PATCH, patches::patch),
        serving.serve(Spells.MOVE, spell::move),
        serving.serve(Spells.DELETE, spell::delete),
        serving.serve(Spells.FIND, spell::find),
        serving.serve(Spells.FIRST_STATE, new FirstStateHandler(spells, json)::get),
        serving.serve(Spells.VERSIONS, version::list),
        serving.serve(Spells.PUBLISH, version::publish),
        serving.serve(Spells.IMPORT, imports::read),
        serving.serve(Spells.EXPORT, exports::spell),
        serving.serve(Spells.PROJECT_CREATE, projects::create),
        serving.serve(Spells.PROJECT_GET, projects::get),
        serving.serve(Spells.PROJECT_LIST, projects::list),
        serving.serve(Spells.PROJECT_RENAME, projects::rename),
        serving.serve(Spells.PROJECT_DELETE, projects::delete),
        serving.serve(Spells.PROJECT_EXPORT, exports::project)));
  }
}
