package io.spellmesh.completion;

import io.spellmesh.completion.offline.OfflineProvider;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Optional;
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
    CompletionConfig config = member.settings().section("completion", CompletionConfig.class);
    VendorTable table = new VendorTable(vertx, config,
        member.settings().section("completion.openai", CompletionConfig.Waiting.class));
    table.given().ifPresentOrElse(
        names -> LOG.atInfo().addKeyValue("vendors", names).log("completions are made by servers"),
        () -> LOG.info("completions are made offline, by a responder that is no language model"));
    Vendors vendors = new Vendors(table.vendors(), config.provider(), new Vendors.Chosen(Completions.OFFLINE,
        new OfflineProvider(), OfflineProvider.MODEL, Optional.empty()));
    CompletionHandler handler = new CompletionHandler(vendors, config.maxOfUser());
    return Future.all(
        member.serving().serveStreaming(Completions.TEXT, handler::text),
        member.serving().serveStreaming(Completions.CHAT, handler::chat),
        member.serving().serve(Completions.EMBEDDINGS, handler::embeddings));
  }
}
