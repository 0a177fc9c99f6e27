package io.spellmesh.nodes.discord;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.agent.DiscordVoice.Place;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.nodes.web.LoopbackWeb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Discord's REST API, and the agent room as a node sees it. */
final class VoiceRoom implements Capabilities {
  private final LoopbackWeb web;
  private final List<Place> moves = new ArrayList<>();
  private Optional<Failure> refusal = Optional.empty();

  VoiceRoom(LoopbackWeb web) {
    this.web = web;
  }

  /** Where the bot was brought, one after the other. */
  List<Place> moves() {
    return moves;
  }

  VoiceRoom refusing(Failure why) {
    refusal = Optional.of(why);
    return this;
  }

  @Override
  public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
    moves.add((Place) question);
    return refusal.<CompletableFuture<A>>map(CompletableFuture::failedFuture)
        .orElseGet(() -> CompletableFuture.completedFuture(operation.answer().cast(Nothing.NOTHING)));
  }

  @Override
  public CompletableFuture<HttpAnswer> http(HttpAsk ask) {
    return web.http(ask);
  }
}
