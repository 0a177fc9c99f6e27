package io.spellmesh.completion;

import io.spellmesh.completion.Vendors.Chosen;
import io.spellmesh.completion.request.Entry;
import io.spellmesh.completion.request.Prices;
import io.spellmesh.completion.request.RequestLog;
import io.spellmesh.completion.secret.PgSecretStore;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Text;
import io.spellmesh.contract.completion.Completions.Usage;
import io.spellmesh.contract.completion.Requests;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Who is asked for whom, with whose key, how many at once, and what it took. Used from one context. */
final class CompletionHandler {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  /** A question of any kind. */
  private record Ask<A>(String kind, Function<Map<String, String>, Chosen> choice,
      BiFunction<CompletionProvider, Asking, Future<A>> question, Function<A, Taken> taken) {}

  /** What an answer says of itself. */
  private record Taken(String provider, String model, Optional<Usage> usage, Optional<Double> cost) {
    static Taken of(Completed answer) {
      return new Taken(answer.provider(), answer.model(), answer.usage(), answer.cost());
    }

    static Taken of(Embedded answer) {
      return new Taken(answer.provider(), answer.model(), answer.usage(), answer.cost());
    }
  }

  private final Vendors vendors;
  private final PgSecretStore secrets;
  private final RequestLog log;
  private final Prices prices;
  private final int mostOfUser;
  private final Map<UUID, Integer> underWay = new HashMap<>();

  CompletionHandler(Vendors vendors, PgSecretStore secrets, RequestLog log, Prices prices, int mostOfUser) {
    this.vendors = vendors;
    this.secrets = secrets;
    this.log = log;
    this.prices = prices;
    this.mostOfUser = mostOfUser;
  }

  Future<Completed> text(Caller caller, Text question, Consumer<String> pieces, Future<Void> stopped) {
    return ask(caller, pieces, stopped, new Ask<>("text",
        keys -> vendors.forText(question.sampling().flatMap(Sampling::model), keys),
        (provider, asking) -> provider.text(question, asking).map(this::priced), Taken::of));
  }

  Future<Completed> chat(Caller caller, Chat question, Consumer<String> pieces, Future<Void> stopped) {
    return ask(caller, pieces, stopped, new Ask<>("chat",
        keys -> vendors.forText(question.sampling().flatMap(Sampling::model), keys),
        (provider, asking) -> provider.chat(question, asking).map(this::priced), Taken::of));
  }

  Future<Embedded> embeddings(Caller caller, Embed question) {
    return ask(caller, _ -> { }, Promise.<Void>promise().future(), new Ask<>("embeddings",
        keys -> vendors.forEmbeddings(question.model(), keys),
        (provider, asking) -> provider.embeddings(question, asking).map(this::priced), Taken::of));
  }

  private Completed priced(Completed answer) {
    return answer.costing(prices.of(answer.provider(), answer.model(), answer.usage()));
  }

  private Embedded priced(Embedded answer) {
    return answer.costing(prices.of(answer.provider(), answer.model(), answer.usage()));
  }

  private <A> Future<A> ask(Caller caller, Consumer<String> pieces, Future<Void> stopped, Ask<A> ask) {
    UUID user = caller.user();
    if (underWay.getOrDefault(user, 0) >= mostOfUser) {
      return Future.failedFuture(Failure.tooMany(
          mostOfUser + " completions of yours are under way, which is as many as there may be at once", A_MOMENT));
    }
    underWay.merge(user, 1, Integer::sum);
    return secrets.of(user).compose(keys -> {
      Chosen chosen = ask.choice().apply(keys);
      Instant begun = Instant.now();
      return ask.question().apply(chosen.provider(), new Asking(chosen.model(), chosen.otherwise(), chosen.key(), pieces,
              stopped))
          .onComplete(done -> log.add(new Entry(user, request(ask, chosen, begun, stopped, done))));
    }).onComplete(_ -> underWay.computeIfPresent(user, (_, many) -> many == 1 ? null : many - 1));
  }

  private <A> Requests.Request request(Ask<A> ask, Chosen chosen, Instant begun, Future<Void> stopped,
      AsyncResult<A> done) {
    Taken taken = done.succeeded() ? ask.taken().apply(done.result())
        : new Taken(chosen.vendor(), chosen.model(), Optional.empty(),
            prices.of(chosen.vendor(), chosen.model(), Optional.empty()));
    String status = done.succeeded() ? Requests.COMPLETED : stopped.isComplete() ? Requests.CANCELLED
        : Failure.of(done.cause(), "").code().name();
    return new Requests.Request(UUID.randomUUID(), begun, ask.kind(), taken.provider(), taken.model(),
        taken.usage().map(Usage::promptTokens), taken.usage().map(Usage::answerTokens), taken.cost(),
        Duration.between(begun, Instant.now()).toMillis(), status);
  }
}
