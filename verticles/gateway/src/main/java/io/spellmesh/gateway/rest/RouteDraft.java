package io.spellmesh.gateway.rest;

import io.spellmesh.contract.Operation;
import io.spellmesh.gateway.door.Media;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A route being declared; complete once it is said what it answers. */
public final class RouteDraft {
  private final HttpMethod method;
  private final String path;
  private final String summary;
  private final List<Parameter<?>> parameters = new ArrayList<>();
  private final List<String> headers = new ArrayList<>();
  private final List<Route.Success> also = new ArrayList<>();
  private Optional<Route.Body> body = Optional.empty();
  private String missing = "there is nothing at this path";
  private boolean open;

  RouteDraft(HttpMethod method, String path, String summary) {
    this.method = method;
    this.path = path;
    this.summary = summary;
  }

  /** Answered without a token. */
  public RouteDraft open() {
    open = true;
    return this;
  }

  public RouteDraft takes(Parameter<?>... more) {
    parameters.addAll(List.of(more));
    return this;
  }

  public RouteDraft heeds(String... names) {
    headers.addAll(List.of(names));
    return this;
  }

  public RouteDraft takes(Class<?> type, int maxBytes) {
    body = Optional.of(new Route.Body(type, maxBytes));
    return this;
  }

  /** @param text with the path's {@code {names}} */
  public RouteDraft missing(String text) {
    missing = text;
    return this;
  }

  public RouteDraft also(int status, Class<?> type, String mediaType) {
    also.add(new Route.Success(status, Optional.of(type), mediaType));
    return this;
  }

  public RouteDraft also(int status) {
    also.add(new Route.Success(status, Optional.empty(), ""));
    return this;
  }

  /** 200 with the operation's answer. */
  public <Q, A> Route answers(Operation<Q, A> operation, Function<Request, Q> question) {
    return answers(operation, question, operation.answer(), (request, answer) -> Answer.of(200, answer));
  }

  /** 201 with the operation's answer and where it is now. */
  public <Q, A> Route creates(
      Operation<Q, A> operation, Function<Request, Q> question, Function<A, Optional<String>> location) {
    return answers(operation, question, operation.answer(), 201, (request, answer) ->
        location.apply(answer).map(at -> Answer.of(201, answer).with("Location", at))
            .orElse(Answer.of(201, answer)));
  }

  /** 204. */
  public <Q> Route does(Operation<Q, ?> operation, Function<Request, Q> question) {
    return complete(Optional.of(operation.address()), new Route.Success(204, Optional.empty(), ""),
        request -> request.askWith(operation, question).map(_ -> Optional.of(Answer.empty(204))));
  }

  /** 202: what was taken is worked on later. */
  public <Q> Route accepts(Operation<Q, ?> operation, Function<Request, Q> question) {
    return complete(Optional.of(operation.address()), new Route.Success(202, Optional.empty(), ""),
        request -> request.askWith(operation, question).map(_ -> Optional.of(Answer.empty(202))));
  }

  /** 200 with something made of the operation's answer. */
  public <Q, A> Route answers(Operation<Q, A> operation, Function<Request, Q> question, Class<?> type,
      BiFunction<Request, A, Answer> answer) {
    return answers(operation, question, type, 200, answer);
  }

  /** Whatever the action answers; it asks this operation first. */
  public Route acts(Operation<?, ?> operation, Class<?> type, Action action) {
    return complete(Optional.of(operation.address()),
        new Route.Success(200, Optional.of(type), Media.JSON), action);
  }

  /** An answer for which nothing is asked. */
  public Route tells(Class<?> type, Function<Request, Answer> answer) {
    return complete(Optional.empty(), new Route.Success(200, Optional.of(type), Media.JSON),
        request -> Future.succeededFuture(Optional.of(answer.apply(request))));
  }

  /** As {@link #tells}, for what takes its time. */
  public Route brings(Class<?> type, Function<Request, Future<Answer>> answer) {
    return complete(Optional.empty(), new Route.Success(200, Optional.of(type), Media.JSON),
        request -> answer.apply(request).map(Optional::of));
  }

  private <Q, A> Route answers(Operation<Q, A> operation, Function<Request, Q> question, Class<?> type,
      int status, BiFunction<Request, A, Answer> answer) {
    return complete(Optional.of(operation.address()),
        new Route.Success(status, Optional.of(type), Media.JSON),
        request -> request.askWith(operation, question)
            .map(answered -> Optional.of(answer.apply(request, answered))));
  }

  private Route complete(Optional<String> asks, Route.Success usual, Action action) {
    List<Route.Success> success = new ArrayList<>(List.of(usual));
    success.addAll(also);
    String tag = path.split("/")[path.startsWith("/api/") ? 2 : 1];
    return new Route(method, path, tag, summary, open, parameters, headers, missing, asks, body, success,
        action);
  }
}
