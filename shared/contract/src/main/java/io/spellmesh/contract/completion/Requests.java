package io.spellmesh.contract.completion;

import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a user's completions and embeddings took: who made them, how many tokens, what they cost. What was asked and
 * answered is not kept here. Requests are kept for 30 days, and of each user the newest.
 */
public interface Requests {
  /** The newest first. */
  Operation<Page, RequestPage> LIST = Operation.at("spellmesh.completion.requests", Page.class, RequestPage.class);

  /** What a request is that was answered. */
  String COMPLETED = "completed";
  /** What it is when nobody wanted the answer any more. */
  String CANCELLED = "cancelled";

  /**
   * @param kind         text, chat or embeddings
   * @param promptTokens as the vendor counts; absent if it did not say
   * @param answerTokens likewise
   * @param cost         in US dollars, by the operator's table of prices; absent if that is not known
   * @param ms           from question to answer
   * @param status       {@link #COMPLETED}, {@link #CANCELLED}, or the code of the failure
   */
  record Request(UUID id, Instant at, String kind, String provider, String model, Optional<Integer> promptTokens,
      Optional<Integer> answerTokens, Optional<Double> cost, long ms, String status) {}

  /**
   * Of all requests that are kept.
   *
   * @param cost          in US dollars, of those whose cost is known
   * @param ofUnknownCost how many have none
   */
  record Sums(long requests, long promptTokens, long answerTokens, double cost, long ofUnknownCost) {}

  /** @param next what to ask for {@code after} this; absent on the last page */
  record RequestPage(List<Request> items, Optional<String> next, Sums sums) {}
}
