package io.spellmesh.runner.live;

import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Operation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.kit.identity.TokenIssuer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The services of the mesh, asked for the person whose run it is. */
final class MeshCapabilities implements Capabilities {
  private final MeshClient mesh;
  private final TokenIssuer issuer;
  private final UUID user;
  private final UUID run;

  MeshCapabilities(MeshClient mesh, TokenIssuer issuer, UUID user, UUID run) {
    this.mesh = mesh;
    this.issuer = issuer;
    this.user = user;
    this.run = run;
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    // The asker's own token may end before the run does.
    return mesh.ask(operation, question, issuer.issueForRun(user, run)).toCompletionStage().toCompletableFuture();
  }
}
