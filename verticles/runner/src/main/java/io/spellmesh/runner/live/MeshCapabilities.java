package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Operation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.kit.identity.TokenIssuer;
import io.spellmesh.runner.code.CodePool;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** The services of the mesh, asked for the person whose run it is. */
final class MeshCapabilities implements Capabilities {
  private final MeshClient mesh;
  private final TokenIssuer issuer;
  private final CodePool code;
  private final UUID user;
  private final UUID run;

  MeshCapabilities(MeshClient mesh, TokenIssuer issuer, CodePool code, UUID user, UUID run) {
    this.mesh = mesh;
    this.issuer = issuer;
    this.code = code;
    this.user = user;
    this.run = run;
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    // The asker's own token may end before the run does.
    return mesh.ask(operation, question, issuer.issueForRun(user, run)).toCompletionStage().toCompletableFuture();
  }

  @Override
  public CompletableFuture<JsonNode> code(CodeAsk ask, BiConsumer<String, String> log) {
    return code.run(user, ask, log);
  }
}
