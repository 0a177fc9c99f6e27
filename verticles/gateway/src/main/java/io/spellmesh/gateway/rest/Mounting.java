package io.spellmesh.gateway.rest;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Wire;
import io.spellmesh.gateway.door.Authentication;
import io.spellmesh.gateway.door.BodyReader;
import io.spellmesh.gateway.door.Media;
import io.spellmesh.gateway.door.Problems;
import io.spellmesh.gateway.door.Refused;
import io.spellmesh.gateway.door.StrictJson;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Mounts the table on a router. What is not in the table and not open is refused to strangers. */
public final class Mounting {
  private static final String CALLER = "spellmesh.caller";

  private final Vertx vertx;
  private final MeshClient mesh;
  private final Authentication authentication;
  private final BodyReader bodies;
  private final Problems problems;

  public Mounting(Vertx vertx, MeshClient mesh, Authentication authentication, BodyReader bodies,
      Problems problems) {
    this.vertx = vertx;
    this.mesh = mesh;
    this.authentication = authentication;
    this.bodies = bodies;
    this.problems = problems;
  }

  /** Open routes, then the guard, then the rest, then what is left of {@code /api}. */
  public void mount(Router router, List<Route> table) {
    Map<String, List<Route>> byPath = table.stream()
        .collect(Collectors.groupingBy(Route::routerPath, LinkedHashMap::new, Collectors.toList()));
    table.stream().filter(Route::open).forEach(route -> mount(router, route));
    byPath.values().stream().filter(routes -> routes.stream().allMatch(Route::open))
        .forEach(routes -> refuseOthers(router, routes));
    router.route("/api").handler(this::admit);
    router.route("/api/*").handler(this::admit);
    table.stream().filter(route -> !route.open()).forEach(route -> mount(router, route));
    byPath.values().stream().filter(routes -> !routes.stream().allMatch(Route::open))
        .forEach(routes -> refuseOthers(router, routes));
  }

  private void mount(Router router, Route route) {
    router.route(route.method(), route.routerPath()).setName(route.toString())
        .handler(context -> answer(route, context));
  }

  private void refuseOthers(Router router, List<Route> samePath) {
    String allow = samePath.stream().map(Route::method).map(HttpMethod::name).sorted()
        .collect(Collectors.joining(", "));
    router.route(samePath.getFirst().routerPath())
        .handler(context -> context.fail(Refused.notAllowed(allow)));
  }

  private void admit(RoutingContext context) {
    authentication.callerOf(context.request())
        .onSuccess(caller -> {
          context.put(CALLER, caller);
          context.next();
        })
        .onFailure(context::fail);
  }

  private void answer(Route route, RoutingContext context) {
    checked(route, context)
        .compose(_ -> requestOf(route, context))
        .compose(request -> route.action().answer(request))
        .onSuccess(answer -> answer.ifPresent(given -> write(context.response(), given)))
        .onFailure(error -> problems.answer(context.request(), namedIn(route, context, error)));
  }

  private static Future<Void> checked(Route route, RoutingContext context) {
    try {
      if (route.success().stream()
          .noneMatch(success -> Media.asksFor(context.request(), success.mediaType()))) {
        route.success().getFirst().type()
            .ifPresent(_ -> Media.requireAccepts(context.request(), route.success().getFirst().mediaType()));
      }
      if (route.body().isPresent()) {
        Media.requireUnpacked(context.request());
        Media.requireJson(context.request());
      }
      return Future.succeededFuture();
    } catch (Refused refused) {
      return Future.failedFuture(refused);
    }
  }

  private Future<Request> requestOf(Route route, RoutingContext context) {
    Optional<Caller> caller = Optional.ofNullable(context.get(CALLER));
    if (route.body().isEmpty()) {
      return Future.succeededFuture(
          new Request(route, context, vertx, mesh, caller, Optional.empty(), false));
    }
    Route.Body body = route.body().get();
    return bodies.read(context.request(), body.maxBytes()).compose(bytes -> {
      boolean large = bytes.length() > Request.LARGE_BYTES;
      // Large bodies are parsed off the event loop: 16 MB of JSON take a good part of a second.
      Future<?> parsed = large
          ? vertx.executeBlocking(() -> parse(bytes, body.type()), false)
          : Future.succeededFuture(parse(bytes, body.type()));
      return parsed.map(value ->
          new Request(route, context, vertx, mesh, caller, Optional.of(value), large));
    });
  }

  private static Object parse(Buffer bytes, Class<?> type) {
    if (bytes.length() == 0) {
      throw Failure.badRequest("the body is missing, must be a JSON object");
    }
    return StrictJson.read(bytes.getBytes(), type);
  }

  /** What is not there, and what is another person's, in the words of the route. */
  private static Throwable namedIn(Route route, RoutingContext context, Throwable error) {
    return error instanceof Failure failure && failure.code() == FailureCode.NOT_FOUND
        && !route.names().isEmpty() ? Failure.notFound(route.missingIn(context)) : error;
  }

  private static void write(HttpServerResponse response, Answer answer) {
    if (response.closed()) {
      return;
    }
    response.setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    if (answer.body().isPresent()) {
      response.putHeader("Content-Type", Media.JSON).end(Buffer.buffer(Wire.bytes(answer.body().get())));
    } else {
      response.end();
    }
  }
}
