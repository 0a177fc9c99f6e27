package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Operation;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.StateChange;
import io.spellmesh.kit.identity.TokenIssuer;
import io.spellmesh.runner.code.CodePool;
import io.spellmesh.runner.state.RunState;
import io.spellmesh.runner.web.Web;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** The services of the mesh, asked for the person whose run it is. */
final class MeshCapabilities implements Capabilities {
  private final MeshClient mesh;
  private final TokenIssuer issuer;
  private final CodePool code;
  private final RunState state;
  private final Web web;
  private final UUID user;
  private final UUID run;

  MeshCapabilities(MeshClient mesh, TokenIssuer issuer, CodePool code, RunState state, Web web,
      UUID user, UUID run) {
    this.mesh = mesh;
    this.issuer = issuer;
    this.code = code;
    this.state = state;
    this.web = web;
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

  @Override
  public CompletableFuture<ObjectNode> state(String spell) {
    return state.read(UUID.fromString(spell));
  }

  @Override
  public CompletableFuture<ObjectNode> change(String spell, StateChange change, String key) {
    return state.change(UUID.fromString(spell), key, change);
  }

  @Override
  public CompletableFuture<HttpAnswer> http(HttpAsk ask) {
    return web.send(ask);
  }
}
