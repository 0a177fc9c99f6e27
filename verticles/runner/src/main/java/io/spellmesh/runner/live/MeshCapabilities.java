package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.stream.StreamedAnswer;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.contract.stream.Streams;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Signature;
import io.spellmesh.engine.node.StateChange;
import io.spellmesh.kit.identity.TokenIssuer;
import io.spellmesh.runner.code.CodePool;
import io.spellmesh.runner.state.RunState;
import io.spellmesh.runner.web.Web;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The services of the mesh, asked for the person whose run it is. */
final class MeshCapabilities implements Capabilities {
  private final MeshClient mesh;
  private final Streams streams;
  private final TokenIssuer issuer;
  private final CodePool code;
  private final RunState state;
  private final Web web;
  private final UUID user;
  private final UUID run;

  MeshCapabilities(Surroundings surroundings, UUID user, UUID run) {
    mesh = surroundings.mesh();
    streams = surroundings.streams();
    issuer = surroundings.issuer();
    code = surroundings.code();
    state = new RunState(surroundings.states(), user);
    web = surroundings.web();
    this.user = user;
    this.run = run;
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    return mesh.ask(operation, question, token()).toCompletionStage().toCompletableFuture();
  }

  @Override
  public <Q, A> CompletableFuture<A> stream(StreamingOperation<Q, A> operation, Q question,
      Consumer<String> pieces) {
    StreamedAnswer<A> asked = streams.ask(operation, question, this::token, pieces);
    CompletableFuture<A> answer = asked.answer().toCompletionStage().toCompletableFuture();
    answer.whenComplete((_, _) -> {
      if (answer.isCancelled()) {
        asked.stop();
      }
    });
    return answer;
  }

  /** The asker's own may end before the run does. */
  private String token() {
    return issuer.issueForRun(user, run);
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

  @Override
  public CompletableFuture<String> account(String connector) {
    return web.account(connector);
  }

  @Override
  public CompletableFuture<Signature> sign(String connector, byte[] digest) {
    return web.sign(connector, digest);
  }
}
