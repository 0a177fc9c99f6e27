package io.spellmesh.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.gateway.template.TemplateAnswers;
import io.spellmesh.gateway.template.TemplatePage;
import java.util.List;

/** Example spells. They belong to the program and not to a person, so that no service is asked for them. */
public final class TemplateRoutes {
  private TemplateRoutes() {}

  public static List<Route> of(TemplateAnswers answers) {
    return List.of(
        Route.get("/api/templates", "Example spells to begin with")
            .brings(TemplatePage.class, _ -> answers.page()),
        Route.get("/api/templates/{id}", "An example spell as a file, to be imported")
            .missing("there is no template '{id}'")
            .brings(JsonNode.class, request -> answers.file(request.part("id"))));
  }
}
