package io.spellmesh.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.spellmesh.gateway.bridge.Bridge;
import io.spellmesh.gateway.door.ApiKeys;
import io.spellmesh.gateway.door.Authentication;
import io.spellmesh.gateway.door.BodyReader;
import io.spellmesh.gateway.door.Connections;
import io.spellmesh.gateway.door.Door;
import io.spellmesh.gateway.door.Origins;
import io.spellmesh.gateway.door.Problems;
import io.spellmesh.gateway.door.Refused;
import io.spellmesh.gateway.openapi.Description;
import io.spellmesh.gateway.openapi.OpenApi;
import io.spellmesh.gateway.rest.Mounting;
import io.spellmesh.gateway.rest.Route;
import io.spellmesh.gateway.rest.Routes;
import io.spellmesh.gateway.rest.TemplateRoutes;
import io.spellmesh.gateway.run.LongAnswers;
import io.spellmesh.gateway.run.RunEvents;
import io.spellmesh.gateway.run.RunStart;
import io.spellmesh.gateway.site.Health;
import io.spellmesh.gateway.site.MetricsPage;
import io.spellmesh.gateway.site.EditorFiles;
import io.spellmesh.gateway.site.Pages;
import io.spellmesh.gateway.template.TemplateAnswers;
import io.spellmesh.kit.Member;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Puts the parts of a gateway together: table, router, server. */
final class GatewayServer {
  /** A token of ours has 1 KB; room for a browser's own headers besides, and none for a flood of them. */
  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final int MAX_LINE_BYTES = 8 * 1024;

  private final Vertx vertx;
  private final Member member;
  private final HttpConfig config;
  private final Readiness readiness;
  private final LongAnswers longAnswers;
  private final MetricsPage.Config metrics;
  private final Problems problems;
  private final Connections connections;

  GatewayServer(Member member, HttpConfig config, Readiness readiness, LongAnswers longAnswers) {
    this.vertx = member.vertx();
    this.member = member;
    this.config = config;
    this.readiness = readiness;
    this.longAnswers = longAnswers;
    this.metrics = member.settings().section("metrics", MetricsPage.Config.class);
    this.problems = new Problems(vertx);
    this.connections = new Connections(vertx, config.quietTime());
  }

  /** Everything REST answers, and its description, which describes itself as well. */
  List<Route> table() {
    List<Route> table = new ArrayList<>(Routes.of(config,
        new RunStart(member, longAnswers, config.beat()),
        new RunEvents(vertx, longAnswers, config.beat(), config.maxEventStreams()),
        member.streams()));
    table.addAll(TemplateRoutes.of(new TemplateAnswers(vertx)));
    table.add(Route.get("/api/openapi.json", "This description").open()
        .brings(JsonNode.class, new Description(vertx, () -> OpenApi.of(table))));
    return List.copyOf(table);
  }

  Router router() {
    Authentication authentication =
        new Authentication(member.callers(), new ApiKeys(member.mesh(), Clock.systemUTC()));
    Router router = Router.router(vertx);
    router.route().handler(new Door(connections)).failureHandler(this::failed);
    router.route().handler(new Origins(config.allowedOrigins()));
    new Health(readiness).mount(router);
    new MetricsPage(member.metrics(), metrics).mount(router);
    EditorFiles.packed().mount(router);
    Pages.mount(router);
    new Bridge(member, config, authentication).mount(router, longAnswers);
    new Mounting(vertx, member.mesh(), authentication, new BodyReader(vertx, config.bodyWindow()), problems)
        .mount(router, table());
    router.route().handler(context -> context.fail(Refused.unknownPath()));
    return router;
  }

  HttpServer server(Router router) {
    HttpServerOptions options = new HttpServerOptions()
        .setHost(config.host()).setPort(config.port())
        .setHttp2ClearTextEnabled(false)
        .setDecompressionSupported(false)
        .setMaxInitialLineLength(MAX_LINE_BYTES)
        .setMaxHeaderSize(MAX_HEADER_BYTES)
        .setMaxWebSocketFrameSize(Bridge.MAX_FRAME_BYTES)
        .setMaxWebSocketMessageSize(Bridge.MAX_FRAME_BYTES)
        .setPerFrameWebSocketCompressionSupported(false).setPerMessageWebSocketCompressionSupported(false)
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setWriteIdleTimeout(Math.toIntExact(config.writeIdleTime().toMillis()));
    return vertx.createHttpServer(options)
        .connectionHandler(connections::opened)
        .invalidRequestHandler(this::invalid)
        .requestHandler(router);
  }

  private void failed(RoutingContext context) {
    Throwable error = context.failure();
    problems.answer(context.request(), error == null || context.statusCode() == 400
        ? Refused.badRequest() : error);
  }

  /** What is no HTTP at all, or too much of it. */
  private void invalid(HttpServerRequest request) {
    Door.protect(request.response());
    problems.answer(request, switch (request.decoderResult().cause()) {
      case TooLongHttpLineException _ -> Refused.tooLong(414, "the line of the request", MAX_LINE_BYTES);
      case TooLongHttpHeaderException _ -> Refused.tooLong(431, "the head of the request", MAX_HEADER_BYTES);
      default -> Refused.badRequest();
    });
  }
}
