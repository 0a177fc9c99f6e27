package io.spellmesh.gateway;

import io.spellmesh.gateway.run.LongAnswers;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves REST over HTTP for one process. */
public final class GatewayVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayVerticle.class);

  private final Member member;
  private final Readiness readiness;
  private final HttpConfig config;
  private final LongAnswers longAnswers = new LongAnswers();
  private HttpServer server;

  /** A gateway that is ready as soon as it listens. */
  public GatewayVerticle(Member member) {
    this(member, Readiness.of(member));
    readiness.open();
  }

  /** A gateway that is ready when somebody says so. */
  public GatewayVerticle(Member member, Readiness readiness) {
    this.member = member;
    this.readiness = readiness;
    this.config = member.settings().section("http", HttpConfig.class);
  }

  @Override
  public Future<?> start() {
    GatewayServer gateway = new GatewayServer(member, config, readiness, longAnswers);
    server = gateway.server(gateway.router());
    return Readiness.answerPings(vertx, member.id())
        .compose(_ -> server.listen())
        .onSuccess(_ -> LOG.atInfo().addKeyValue("host", config.host()).addKeyValue("port", port())
            .log("gateway listening"));
  }

  /** The port it listens on; known once it has started. */
  public int port() {
    return server.actualPort();
  }

  /** Takes no more requests, brings the long answers to their end, and lets the others end. */
  @Override
  public Future<?> stop() {
    readiness.close("this process is stopping");
    longAnswers.cut();
    return server.shutdown(config.drainTime().toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(_ -> LOG.info("gateway stopped"));
  }
}
