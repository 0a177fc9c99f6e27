package io.spellmesh.completion;

import io.spellmesh.completion.offline.OfflineProvider;
import io.spellmesh.completion.openai.ModelServer;
import io.spellmesh.completion.openai.OpenAiProvider;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes completions: serves {@link Completions}. */
public final class CompletionVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(CompletionVerticle.class);

  private final Member member;

  public CompletionVerticle(Member member) {
    this.member = member;
  }

  @Override
  public Future<?> start() {
    CompletionProvider provider =
        provider(member.settings().section("completion", CompletionConfig.class).openai());
    return Future.all(
        member.serving().serveStreaming(Completions.TEXT, (_, question, pieces, stopped) ->
            provider.text(question, pieces, stopped)),
        member.serving().serveStreaming(Completions.CHAT, (_, question, pieces, stopped) ->
            provider.chat(question, pieces, stopped)),
        member.serving().serve(Completions.EMBEDDINGS, (_, question) -> provider.embeddings(question)));
  }

  private CompletionProvider provider(CompletionConfig.OpenAi openai) {
    if (!openai.isGiven()) {
      LOG.info("completions are made offline, by a responder that is no language model");
      return new OfflineProvider();
    }
    LOG.info("completions are made by server={} model={}", openai.url(), openai.model());
    return new OpenAiProvider(
        new ModelServer(vertx, openai.url(), openai.apiKey(), openai.silence(), openai.retries(),
            openai.retryDelay()), openai.model(), openai.embeddingModel());
  }
}
