package io.spellmesh.runner.state;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.kit.identity.TokenIssuer;
import io.spellmesh.runner.journal.RunHeads.Pair;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what is remembered for spells that were deleted. The spell room is asked, and not listened to: news of a
 * deletion may be missed, and a run that was under way may remember something after it. Every process looks; each
 * state is looked at by one of them.
 */
public final class Orphans {
  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
  /** More wait for the next time, so that many states are no rush of questions. */
  private static final int MOST_AT_ONCE = 100;
  private static final Page SHORTEST = new Page(Optional.of(1), Optional.empty());

  private final MeshClient mesh;
  private final TokenIssuer issuer;
  private final StateStore states;

  public Orphans(MeshClient mesh, TokenIssuer issuer, StateStore states) {
    this.mesh = mesh;
    this.issuer = issuer;
    this.states = states;
  }

  /** Looks at states that nobody has looked at for so long, the longest ago first. */
  public Future<Void> remove(Duration lookedAtBefore) {
    return states.look(lookedAtBefore, MOST_AT_ONCE)
        .compose(found -> Future.join(found.stream().map(this::removeIfGone).toList()))
        .mapEmpty();
  }

  private Future<Void> removeIfGone(Pair of) {
    String token = issuer.issueForRun(of.user(), UUID.randomUUID());
    return mesh.ask(Spells.VERSIONS, new Spells.Versions(of.spell(), SHORTEST), token).<Void>mapEmpty()
        .recover(error -> error instanceof Failure failure && failure.code() == FailureCode.NOT_FOUND
            ? drop(of) : Future.failedFuture(error));
  }

  private Future<Void> drop(Pair of) {
    return states.drop(of).onSuccess(_ -> LOG.atInfo().addKeyValue("user", of.user())
        .addKeyValue("spell", of.spell()).log("state of a deleted spell removed"));
  }
}
