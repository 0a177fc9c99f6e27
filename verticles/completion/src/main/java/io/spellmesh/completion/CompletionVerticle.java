package io.spellmesh.completion;

import io.spellmesh.completion.offline.OfflineProvider;
import io.spellmesh.completion.request.PgRequestStore;
import io.spellmesh.completion.request.Prices;
import io.spellmesh.completion.request.RequestLog;
import io.spellmesh.completion.secret.PgSecretStore;
import io.spellmesh.completion.secret.SecretHandler;
import io.spellmesh.contract.completion.Completions;
import io.spellmesh.contract.completion.Requests;
import io.spellmesh.contract.completion.Secrets;
import io.spellmesh.kit.DataConfig;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.identity.AuthConfig;
import io.spellmesh.kit.identity.VaultKey;
import io.spellmesh.kit.operation.Serving;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes completions: serves {@link Completions}, {@link Secrets} and {@link Requests}. */
public final class CompletionVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(CompletionVerticle.class);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

  private final Member member;

  public CompletionVerticle(Member member) {
    this.member = member;
  }

  @Override
  public Future<?> start() {
    CompletionConfig config = member.settings().section("completion", CompletionConfig.class);
    VaultKey vault = VaultKey.load(member.settings().section("auth", AuthConfig.class).vaultKey(),
        DataConfig.of(member.settings()).folder());
    PgSecretStore secrets = new PgSecretStore(member.database().pool(), vault);
    PgRequestStore requests = new PgRequestStore(member.database().pool());
    CompletionHandler handler = new CompletionHandler(vendors(config), secrets, new RequestLog(requests),
        new Prices(config.prices()), config.maxOfUser());
    SecretHandler keeping = new SecretHandler(secrets, Vendors.NAMES);
    Serving serving = member.serving();
    vertx.setPeriodic(BETWEEN_CLEANINGS.toMillis(), _ -> clean(requests, config.keptOf()));
    return member.database().migrate("completion").compose(_ -> Future.all(
        Future.all(serving.serveStreaming(Completions.TEXT, handler::text),
            serving.serveStreaming(Completions.CHAT, handler::chat),
            serving.serve(Completions.EMBEDDINGS, handler::embeddings)),
        Future.all(serving.serveSignedIn(Secrets.KEEP, keeping::keep),
            serving.serveSignedIn(Secrets.LIST, keeping::list),
            serving.serveSignedIn(Secrets.FORGET, keeping::forget)),
        serving.serveSignedIn(Requests.LIST, (caller, page) -> requests.list(caller.user(), page))));
  }

  private Vendors vendors(CompletionConfig config) {
    VendorTable table = new VendorTable(vertx, config,
        member.settings().section("completion.openai", CompletionConfig.Waiting.class));
    table.given().ifPresentOrElse(
        names -> LOG.atInfo().addKeyValue("vendors", names).log("completions are made by servers"),
        () -> LOG.info("completions are made offline, by a responder that is no language model"));
    return new Vendors(table.vendors(), config.provider(), new Vendors.Chosen(Completions.OFFLINE,
        new OfflineProvider(), OfflineProvider.MODEL, Optional.empty(), Optional.empty()));
  }

  private static void clean(PgRequestStore requests, int most) {
    requests.clean(most).onFailure(error -> LOG.atWarn().addKeyValue("cause", error.toString())
        .log("old requests not removed, tried again later"));
  }
}
