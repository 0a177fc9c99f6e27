package io.spellmesh.spell;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.spell.Spells.Exported;
import io.spellmesh.contract.spell.Spells.ProjectOf;
import io.spellmesh.contract.spell.Spells.Which;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** Decides what goes out in files. */
final class ExportHandler {
  private static final double MEGABYTE = 1024.0 * 1024;

  private final ProjectHandler projects;
  private final PgExportStore exports;
  private final PgVersionStore versions;
  private final JsonWork json;
  private final long mostBytes;

  ExportHandler(ProjectHandler projects, PgExportStore exports, PgVersionStore versions, JsonWork json,
      SpellConfig config) {
    this.projects = projects;
    this.exports = exports;
    this.versions = versions;
    this.json = json;
    this.mostBytes = config.exportBytes();
  }

  Future<Exported> spell(Caller caller, Which which) {
    return which.version().map(version -> exports.at(caller.user(), which.spell(), version))
        .orElseGet(() -> exports.newest(caller.user(), which.spell()))
        .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> refuse(caller, which)))
        .compose(draft -> json.at(chars(List.of(draft)), () -> new Exported(ExportFile.spell(draft))));
  }

  Future<Exported> project(Caller caller, ProjectOf which) {
    UUID owner = caller.user();
    return projects.require(owner, which.project())
        .compose(project -> exports.projectBytes(owner, project.id())
            .compose(this::refuseTooMany)
            .compose(_ -> exports.project(owner, project.id()))
            .compose(drafts -> json.at(chars(drafts),
                () -> new Exported(ExportFile.project(project.name(), drafts)))));
  }

  private Future<Void> refuseTooMany(long bytes) {
    return bytes <= mostBytes ? Future.succeededFuture()
        : Future.failedFuture(Failure.badRequest(("the spells of the project have %.1f MB, at most %.1f MB in"
            + " one file: export them one by one").formatted(bytes / MEGABYTE, mostBytes / MEGABYTE)));
  }

  private Future<Draft> refuse(Caller caller, Which which) {
    return versions.newest(caller.user(), which.spell())
        .compose(found -> Unknown.unless(found, () -> Unknown.spell(which.spell())))
        .compose(newest -> Future.failedFuture(
            Unknown.version(which.spell(), which.version().orElse(newest), newest)));
  }

  private static long chars(List<Draft> drafts) {
    return drafts.stream().mapToLong(draft -> draft.graph().length() + draft.wrapper().length()).sum();
  }
}
