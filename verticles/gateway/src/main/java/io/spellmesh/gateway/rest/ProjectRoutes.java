package io.spellmesh.gateway.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.gateway.HttpConfig;
import java.util.List;
import java.util.Optional;

/** Projects of spells. */
final class ProjectRoutes {
  private static final String MISSING = "there is no project '{id}'";

  private ProjectRoutes() {}

  static List<Route> of(HttpConfig config) {
    return List.of(
        Route.get("/api/projects", "The caller's projects")
            .takes(Parameter.LIMIT, Parameter.AFTER)
            .answers(Spells.PROJECT_LIST, Request::page),
        Route.post("/api/projects", "Makes a project")
            .takes(Spells.NewProject.class, config.maxBody())
            .creates(Spells.PROJECT_CREATE, request -> request.body(Spells.NewProject.class),
                project -> Optional.of("/api/projects/" + project.id())),
        Route.get("/api/projects/{id}", "A project").missing(MISSING)
            .answers(Spells.PROJECT_GET, request -> new Spells.ProjectOf(request.id())),
        Route.put("/api/projects/{id}", "Renames a project").missing(MISSING)
            .takes(Spells.NewProject.class, config.maxBody())
            .answers(Spells.PROJECT_RENAME, request -> new Spells.RenamedProject(request.id(),
                request.body(Spells.NewProject.class).name())),
        Route.delete("/api/projects/{id}", "Takes away a project that holds no spells").missing(MISSING)
            .does(Spells.PROJECT_DELETE, request -> new Spells.ProjectOf(request.id())),
        Route.get("/api/projects/{id}/export", "All spells of a project as one file").missing(MISSING)
            .answers(Spells.PROJECT_EXPORT, request -> new Spells.ProjectOf(request.id()),
                ObjectNode.class,
                (request, exported) -> SpellRoutes.file("project-" + request.id() + ".json", exported)));
  }
}
