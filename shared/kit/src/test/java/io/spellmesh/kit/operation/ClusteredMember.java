package io.spellmesh.kit.operation;

import com.hazelcast.config.Config;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.stream.Streams;
import io.spellmesh.kit.identity.Callers;
import io.spellmesh.kit.identity.SigningKey;
import io.spellmesh.kit.identity.TokenIssuer;
import io.spellmesh.kit.identity.TokenVerifier;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A member of a real cluster on this machine, without a database. */
record ClusteredMember(Vertx vertx, Serving serving, MeshClient mesh, Streams streams, TokenIssuer issuer) {

  static ClusteredMember join(String cluster, String id, SigningKey key, Duration betweenBeats) throws Exception {
    Config config = new Config().setClusterName(cluster)
        .setProperty("hazelcast.logging.type", "slf4j")
        .setProperty("hazelcast.phone.home.enabled", "false")
        .setProperty("hazelcast.socket.bind.any", "false")
        .setProperty("hazelcast.wait.seconds.before.join", "0");
    config.getJetConfig().setEnabled(false);
    config.getNetworkConfig().setPort(15701).setPortCount(1000).getInterfaces().setEnabled(true)
        .addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true)
        .addMember("127.0.0.1:15701").addMember("127.0.0.1:15702").addMember("127.0.0.1:15703");
    Vertx vertx = Vertx.builder()
        .with(new VertxOptions().setEventBusOptions(new EventBusOptions().setHost("127.0.0.1")))
        .withClusterManager(new HazelcastClusterManager(config))
        .buildClustered().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    Clock clock = Clock.systemUTC();
    Serving serving =
        new Serving(vertx, new Callers(new TokenVerifier(vertx, key, clock), clock), id, betweenBeats);
    MeshClient mesh = new MeshClient(vertx);
    Streams streams = new Streams(vertx, mesh, id).listen()
        .toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    return new ClusteredMember(vertx, serving, mesh, streams, new TokenIssuer(vertx, key, clock));
  }

  String token(UUID user) {
    return issuer.issue(user, Set.of("user"), UUID.randomUUID(), Duration.ofMinutes(5));
  }
}
