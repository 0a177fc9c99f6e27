package io.spellmesh.runner.web;

import io.spellmesh.contract.Failure;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Signature;
import io.spellmesh.kit.web.GuardedClient;
import io.spellmesh.kit.web.WebCall;
import java.util.concurrent.CompletableFuture;

/** Requests of bodies. */
public final class Web {
  private final GuardedClient client;
  private final Connectors connectors;

  public Web(GuardedClient client, Connectors connectors) {
    this.client = client;
    this.connectors = connectors;
  }

  /** The address of the account that a connector signs for. */
  public CompletableFuture<String> account(String connector) {
    return key(connector).thenApply(EthereumKey::address);
  }

  /** @param digest 32 bytes */
  public CompletableFuture<Signature> sign(String connector, byte[] digest) {
    return key(connector).thenApply(key -> key.sign(digest));
  }

  private CompletableFuture<EthereumKey> key(String connector) {
    try {
      return CompletableFuture.completedFuture(connectors.signer(connector));
    } catch (NodeFailure unconfigured) {
      return CompletableFuture.failedFuture(unconfigured);
    }
  }

  /** Cancelling it stops the request. */
  public CompletableFuture<HttpAnswer> send(HttpAsk ask) {
    WebCall call;
    try {
      call = client.send(connectors.request(ask));
    } catch (Failure | NodeFailure refused) {
      return CompletableFuture.failedFuture(refused);
    }
    CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
    call.answer().onComplete(
        came -> answer.complete(new HttpAnswer(came.status(), came.headers(), came.body().getBytes())),
        answer::completeExceptionally);
    answer.whenComplete((_, _) -> {
      if (answer.isCancelled()) {
        call.stop();
      }
    });
    return answer;
  }
}
