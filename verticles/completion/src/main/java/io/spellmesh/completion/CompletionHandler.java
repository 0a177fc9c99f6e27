package io.spellmesh.completion;

import io.spellmesh.completion.Vendors.Chosen;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
import io.spellmesh.contract.completion.Completions.Embed;
import io.spellmesh.contract.completion.Completions.Embedded;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.contract.completion.Completions.Text;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Who is asked for whom, and how many at once. Used from one context. */
final class CompletionHandler {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final Vendors vendors;
  private final int mostOfUser;
  private final Map<UUID, Integer> underWay = new HashMap<>();

  CompletionHandler(Vendors vendors, int mostOfUser) {
    this.vendors = vendors;
    this.mostOfUser = mostOfUser;
  }

  Future<Completed> text(Caller caller, Text question, Consumer<String> pieces, Future<Void> stopped) {
    return ask(caller, keys -> vendors.forText(question.sampling().flatMap(Sampling::model), keys), pieces, stopped,
        (provider, asking) -> provider.text(question, asking));
  }

  Future<Completed> chat(Caller caller, Chat question, Consumer<String> pieces, Future<Void> stopped) {
    return ask(caller, keys -> vendors.forText(question.sampling().flatMap(Sampling::model), keys), pieces, stopped,
        (provider, asking) -> provider.chat(question, asking));
  }

  Future<Embedded> embeddings(Caller caller, Embed question) {
    return ask(caller, keys -> vendors.forEmbeddings(question.model(), keys), _ -> { },
        Promise.<Void>promise().future(), (provider, asking) -> provider.embeddings(question, asking));
  }

  private <A> Future<A> ask(Caller caller, Function<Map<String, String>, Chosen> choice, Consumer<String> pieces,
      Future<Void> stopped, BiFunction<CompletionProvider, Asking, Future<A>> question) {
    if (underWay.getOrDefault(caller.user(), 0) >= mostOfUser) {
      return Future.failedFuture(Failure.tooMany(
          mostOfUser + " completions of yours are under way, which is as many as there may be at once", A_MOMENT));
    }
    underWay.merge(caller.user(), 1, Integer::sum);
    return Future.succeededFuture(Map.<String, String>of()).compose(keys -> {
      Chosen chosen = choice.apply(keys);
      return question.apply(chosen.provider(), new Asking(chosen.model(), chosen.key(), pieces, stopped));
    }).onComplete(_ -> underWay.computeIfPresent(caller.user(), (_, many) -> many == 1 ? null : many - 1));
  }
}
