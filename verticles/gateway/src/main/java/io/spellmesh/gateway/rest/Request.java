package io.spellmesh.gateway.rest;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Page;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A request to a route, after its body was read and before it is answered. */
public final class Request {
  /** What the event loop may encode at a time; about 5 ms of it. */
  static final int LARGE_BYTES = 1024 * 1024;

  private final Route route;
  private final RoutingContext context;
  private final MeshClient mesh;
  private final Vertx vertx;
  private final Optional<Caller> caller;
  private final Optional<Object> body;
  private final boolean large;

  Request(Route route, RoutingContext context, Vertx vertx, MeshClient mesh, Optional<Caller> caller,
      Optional<Object> body, boolean large) {
    this.route = route;
    this.context = context;
    this.vertx = vertx;
    this.mesh = mesh;
    this.caller = caller;
    this.body = body;
    this.large = large;
  }

  /** The underlying request and its answer, for actions that write themselves. */
  public RoutingContext context() {
    return context;
  }

  /** @throws IllegalStateException on a route that is open */
  public Caller caller() {
    return caller.orElseThrow(() -> new IllegalStateException(route + " is open: nobody asks"));
  }

  /** The id in the path. What is no id is answered as an id that does not exist. */
  public UUID id() {
    String text = context.pathParam("id");
    if (!Parameter.ID.matcher(text).matches()) {
      throw Failure.notFound(route.missingIn(context));
    }
    return UUID.fromString(text);
  }

  /** A part of the path. */
  public String part(String name) {
    return context.pathParam(name);
  }

  /** A number in the path, at least 1; what is none is answered as one that does not exist. */
  public int number(String name) {
    String text = context.pathParam(name);
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw Failure.notFound(route.missingIn(context));
    }
    return Integer.parseInt(text);
  }

  /** @throws Failure BAD_REQUEST, if it is there and not what it must be, or there twice */
  public <T> Optional<T> query(Parameter<T> parameter) {
    if (!route.parameters().contains(parameter)) {
      throw new IllegalStateException(route + " does not declare " + parameter.name());
    }
    List<String> given = context.queryParam(parameter.name());
    if (given.size() > 1) {
      throw Failure.badRequest(parameter.name() + " is given " + given.size() + " times, must be once");
    }
    return given.stream().findFirst().map(parameter::read);
  }

  /** @throws Failure BAD_REQUEST */
  public Page page() {
    return new Page(query(Parameter.LIMIT), query(Parameter.AFTER));
  }

  /** @throws Failure BAD_REQUEST, if it is there twice */
  public Optional<String> header(String name) {
    List<String> given = context.request().headers().getAll(name);
    if (given.size() > 1) {
      throw Failure.badRequest("the header " + name + " is there " + given.size() + " times, must be once");
    }
    return given.stream().findFirst();
  }

  public <T> T body(Class<T> type) {
    return type.cast(body.orElseThrow(() -> new IllegalStateException(route + " takes no body")));
  }

  /** Where the connection comes from. Headers that say otherwise are not believed. */
  public String peer() {
    return context.request().remoteAddress().hostAddress();
  }

  /** Asks what is made of this request. What the question's record refuses is the caller's mistake. */
  public <Q, A> Future<A> askWith(Operation<Q, A> operation, Function<Request, Q> question) {
    Q made;
    try {
      made = question.apply(this);
    } catch (IllegalArgumentException refused) {
      return Future.failedFuture(Failure.badRequest(refused.getMessage()));
    }
    return ask(operation, made);
  }

  /** Asks on behalf of the caller. */
  public <Q, A> Future<A> ask(Operation<Q, A> operation, Q question) {
    // Encoding takes the time of whoever asks; the answer comes back to this context all the same.
    return large
        ? vertx.executeBlocking(() -> send(operation, question), false).compose(answer -> answer)
        : send(operation, question);
  }

  private <Q, A> Future<A> send(Operation<Q, A> operation, Q question) {
    return operation.open()
        ? mesh.ask(operation, question)
        : mesh.ask(operation, question, caller().token());
  }
}
