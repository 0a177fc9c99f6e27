package io.spellmesh.document;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has texts placed by the completion room, as the user who keeps them. */
final class Placing {
  private static final Logger LOG = LoggerFactory.getLogger(Placing.class);
  /** Of 1,000 characters each, what every known provider takes at once. */
  private static final int AT_ONCE = 100;

  private final MeshClient mesh;

  Placing(MeshClient mesh) {
    this.mesh = mesh;
  }

  /** All of them, or none while nobody can: what is kept is found by its words then. */
  Future<Placed> place(Caller caller, List<String> texts) {
    return placed(caller, texts, 0, new Placed(List.of(), Optional.empty())).recover(error -> {
      if (!(error instanceof Failure failure)) {
        return Future.failedFuture(error);
      }
      LOG.atWarn().addKeyValue("user", caller.user()).addKeyValue("passages", texts.size())
          .addKeyValue("code", failure.code()).log("passages were not placed");
      return Future.succeededFuture(Placed.nowhere(texts.size()));
    });
  }

  private Future<Placed> placed(Caller caller, List<String> texts, int from, Placed before) {
    if (from == texts.size()) {
      return Future.succeededFuture(before);
    }
    int to = Math.min(from + AT_ONCE, texts.size());
    return mesh.ask(Completions.EMBEDDINGS, new Embed(texts.subList(from, to), Optional.empty()), caller.token())
        .compose(embedded -> placed(caller, texts, to, and(before, embedded)));
  }

  private static Placed and(Placed before, Embedded more) {
    List<Optional<Float[]>> directions = new ArrayList<>(before.directions());
    more.embeddings().forEach(embedding -> directions.add(Optional.of(Placed.direction(embedding))));
    return new Placed(directions, Optional.of(more.provider() + "/" + more.model()));
  }
}
