package io.spellmesh.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.gateway.rest.Answer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;

/** Answers from the example spells, which are read when the first person asks for them. */
public final class TemplateAnswers {
  private final Vertx vertx;
  private Optional<Future<Templates>> read = Optional.empty();

  public TemplateAnswers(Vertx vertx) {
    this.vertx = vertx;
  }

  public Future<Answer> page() {
    return templates().map(found -> Answer.of(200, found.page()));
  }

  /** The file, to be imported as it is. @param id of the list; NOT_FOUND if it has none such */
  public Future<Answer> file(String id) {
    return templates().map(found -> {
      JsonNode file = found.files().get(id);
      if (file == null) {
        throw Failure.notFound("there is no such template");
      }
      return Answer.of(200, file);
    });
  }

  private synchronized Future<Templates> templates() {
    Future<Templates> templates = read.orElseGet(() -> vertx.executeBlocking(Templates::packed, false));
    read = Optional.of(templates);
    return templates;
  }
}
