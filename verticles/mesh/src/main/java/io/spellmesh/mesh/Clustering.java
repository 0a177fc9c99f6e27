package io.spellmesh.mesh;

import com.hazelcast.cluster.Address;
import com.hazelcast.config.Config;
import com.hazelcast.config.InvalidConfigurationException;
import com.hazelcast.config.XmlConfigBuilder;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.config.ConfigurationException;
import io.spellmesh.kit.metrics.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** This process as a member of a cluster, of itself alone if the configuration names no others. */
final class Clustering {
  private static final String FILE = "cluster.xml";

  private final String name;
  private final ClusterConfig config;
  private final HazelcastClusterManager manager;

  private Clustering(String name, ClusterConfig config, HazelcastClusterManager manager) {
    this.name = name;
    this.config = config;
    this.manager = manager;
  }

  /**
   * @param file text of cluster.xml
   * @throws ConfigurationException if the file is none
   */
  static Clustering of(String file, ClusterConfig config) throws IOException {
    Config hazelcast = read(file);
    String name = config.name().orElseGet(() -> "spellmesh-" + Member.newId());
    int port = config.port() == 0 ? freePort(config.host()) : config.port();
    List<String> members = new ArrayList<>(config.members());
    members.add(config.host() + ":" + port);
    hazelcast.setClusterName(name);
    hazelcast.getNetworkConfig()
        .setPort(port).setPortAutoIncrement(config.port() == 0)
        .getInterfaces().setEnabled(true).addInterface(InetAddress.getByName(config.host()).getHostAddress());
    hazelcast.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true).setMembers(members);
    return new Clustering(name, config, new HazelcastClusterManager(hazelcast));
  }

  private static Config read(String file) {
    if (file.equals(ConfFiles.packed(FILE))) {
      // Our own is checked by a test; reading the schema takes a sixth of a second.
      System.setProperty("hazelcast.config.schema.validation.enabled", "false");
    }
    try {
      return new XmlConfigBuilder(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))).build();
    } catch (InvalidConfigurationException e) {
      throw new ConfigurationException("cluster.xml: " + e.getMessage());
    }
  }

  /** Closed again at once: should another program be quicker, Hazelcast takes one of the next ports. */
  private static int freePort(String host) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, 0));
      return socket.getLocalPort();
    }
  }

  /** Joins, or founds the cluster if no other member is there. */
  Future<Vertx> join(Metrics metrics) {
    return metrics.counting(new VertxOptions().setEventBusOptions(bus()))
        .withClusterManager(manager)
        .buildClustered()
        .onSuccess(vertx -> vertx.eventBus()
            // Everything of ours is JSON; Java's own serialization on the wire is an attack.
            .serializableChecker(_ -> false)
            .clusterSerializableChecker(_ -> false));
  }

  private EventBusOptions bus() {
    EventBusOptions bus = new EventBusOptions().setHost(config.host()).setPort(0);
    ClusterConfig.Tls tls = config.tls();
    if (tls.isGiven()) {
      bus.setSsl(true)
          .setClientAuth(ClientAuth.REQUIRED)
          .setKeyCertOptions(new PemKeyCertOptions()
              .setCertPath(tls.certificate().orElseThrow().toString())
              .setKeyPath(tls.key().orElseThrow().toString()))
          .setTrustOptions(new PemTrustOptions().addCertPath(tls.authority().orElseThrow().toString()));
    }
    return bus;
  }

  /** The name that others need to join. */
  String name() {
    return name;
  }

  /** {@code host:port} that others need to join; known once this member has. */
  String memberAddress() {
    Address address = manager.getHazelcastInstance().getCluster().getLocalMember().getAddress();
    return address.getHost() + ":" + address.getPort();
  }
}
