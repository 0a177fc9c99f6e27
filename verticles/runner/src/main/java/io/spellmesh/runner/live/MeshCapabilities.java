package io.spellmesh.runner.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.stream.StreamedAnswer;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.contract.stream.Streams;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.kit.identity.TokenIssuer;
import io.spellmesh.runner.code.CodePool;
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
  private final UUID user;
  private final UUID run;

  MeshCapabilities(MeshClient mesh, Streams streams, TokenIssuer issuer, CodePool code, UUID user, UUID run) {
    this.mesh = mesh;
    this.streams = streams;
    this.issuer = issuer;
    this.code = code;
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
}
