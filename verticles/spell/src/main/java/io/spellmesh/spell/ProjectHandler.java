package io.spellmesh.spell;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.spell.Spells.NewProject;
import io.spellmesh.contract.spell.Spells.Project;
import io.spellmesh.contract.spell.Spells.ProjectOf;
import io.spellmesh.contract.spell.Spells.ProjectPage;
import io.spellmesh.contract.spell.Spells.RenamedProject;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/** Decides about projects. */
final class ProjectHandler {
  private static final String FIRST_NAME = "My spells";

  private final PgProjectStore projects;
  private final SpellNews news;

  ProjectHandler(PgProjectStore projects, SpellNews news) {
    this.projects = projects;
    this.news = news;
  }

  Future<Project> create(Caller caller, NewProject project) {
    return projects.insert(caller.user(), project.name()).onSuccess(_ -> news.projects(caller.user()));
  }

  Future<Project> get(Caller caller, ProjectOf which) {
    return require(caller.user(), which.project());
  }

  Future<ProjectPage> list(Caller caller, Page page) {
    long after = Cursor.PROJECTS.read(page.after(), 0);
    return projects.first(caller.user(), FIRST_NAME)
        .compose(_ -> projects.list(caller.user(), after, page.size()))
        .map(slice -> new ProjectPage(slice.items(), slice.next()));
  }

  Future<Project> rename(Caller caller, RenamedProject renamed) {
    return projects.rename(caller.user(), renamed.project(), renamed.name())
        .compose(found -> Unknown.unless(found, () -> Unknown.project(renamed.project())))
        .onSuccess(_ -> news.projects(caller.user()));
  }

  Future<Nothing> delete(Caller caller, ProjectOf which) {
    return projects.delete(caller.user(), which.project())
        .compose(gone -> gone ? Future.succeededFuture(Nothing.NOTHING)
            : refuse(caller.user(), which.project()))
        .onSuccess(_ -> news.projects(caller.user()));
  }

  private Future<Nothing> refuse(UUID owner, UUID project) {
    return require(owner, project)
        .compose(_ -> projects.countSpells(owner, project))
        .compose(spells -> Future.failedFuture(Failure.conflict(spells > 0
            ? "project " + project + " holds " + spells + (spells == 1 ? " spell" : " spells")
                + ", must be empty to be deleted"
            : "project " + project + " is the last one, and one must be left")));
  }

  /** The project where something is to go: the one named, or the caller's first. */
  Future<UUID> place(UUID owner, Optional<UUID> named) {
    return named.map(Future::succeededFuture).orElseGet(() -> projects.first(owner, FIRST_NAME));
  }

  Future<Project> require(UUID owner, UUID project) {
    return projects.get(owner, project)
        .compose(found -> Unknown.unless(found, () -> Unknown.project(project)));
  }
}
