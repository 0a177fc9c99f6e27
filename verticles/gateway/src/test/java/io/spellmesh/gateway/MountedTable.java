package io.spellmesh.gateway;

import io.spellmesh.gateway.rest.Route;
import io.spellmesh.gateway.run.LongAnswers;
import io.spellmesh.kit.Member;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The table and its router, without a server. */
public final class MountedTable implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final GatewayServer server;
  private final Router router;

  public MountedTable(Path keys) {
    Member member = RunningGateway.member(vertx, keys, Map.of());
    server = new GatewayServer(member, member.settings().section("http", HttpConfig.class),
        new Readiness(Map.of()), new LongAnswers());
    router = server.router();
  }

  public List<Route> table() {
    return server.table();
  }

  public Router router() {
    return router;
  }

  @Override
  public void close() {
    RunningGateway.await(vertx.close());
  }
}
