package io.spellmesh.mesh;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.config.Config;
import com.hazelcast.config.XmlConfigBuilder;
import io.spellmesh.kit.config.ConfigurationException;
import io.spellmesh.mesh.ClusterConfig.Tls;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusteringTest {
  private static final Tls OPEN = new Tls(Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void theShippedFileOpensNothingThatIsNotNeeded() {
    Config shipped = shipped();

    assertEquals("false", shipped.getProperty("hazelcast.socket.bind.any"));
    assertFalse(shipped.getNetworkConfig().getJoin().getMulticastConfig().isEnabled());
    assertFalse(shipped.getNetworkConfig().getJoin().getAutoDetectionConfig().isEnabled());
    assertFalse(shipped.getNetworkConfig().getRestApiConfig().isEnabled());
    assertFalse(shipped.getNetworkConfig().getMemcacheProtocolConfig().isEnabled());
    assertFalse(shipped.getJetConfig().isEnabled());
    assertTrue(shipped.getSerializationConfig().getJavaSerializationFilterConfig().isDefaultsDisabled());
  }

  @ParameterizedTest
  @CsvSource({
      "hazelcast.max.no.heartbeat.seconds, 10",
      "hazelcast.heartbeat.interval.seconds, 1",
      "hazelcast.merge.first.run.delay.seconds, 10",
      "hazelcast.merge.next.run.delay.seconds, 5",
      "hazelcast.wait.seconds.before.join, 0",
      "hazelcast.phone.home.enabled, false",
  })
  void theShippedFileNoticesADeadMemberSoon(String property, String value) {
    assertEquals(value, shipped().getProperty(property));
  }

  @Test
  void aProgramOfSomebodyElsesCanJoin() {
    assertNull(shipped().getProperty("hazelcast.partition.count"), "another number keeps a member out");
  }

  @Test
  void subscriptionsOutliveTwoProcesses() {
    assertEquals(2, shipped().getMultiMapConfig("__vertx.subs").getBackupCount());
    assertEquals(2, shipped().getMapConfig("__vertx.nodeInfo").getBackupCount());
  }

  @Test
  void aBusThatOthersReachNeedsCertificates() {
    Optional<Path> pem = Optional.of(Path.of("some.pem"));

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> config("192.0.2.1", OPEN));
    assertTrue(refused.getMessage().contains("192.0.2.1"), refused.getMessage());
    assertDoesNotThrow(() -> config("192.0.2.1", new Tls(pem, pem, pem)));
    assertDoesNotThrow(() -> config("127.0.0.1", OPEN));
  }

  @Test
  void certificatesComeTogether() {
    assertThrows(IllegalArgumentException.class,
        () -> new Tls(Optional.of(Path.of("some.pem")), Optional.empty(), Optional.empty()));
  }

  @Test
  void aMemberHasAPort() {
    assertThrows(IllegalArgumentException.class,
        () -> new ClusterConfig(Optional.empty(), "127.0.0.1", 0, List.of("127.0.0.1"), OPEN));
  }

  @Test
  void withoutANameEachClusterIsItsOwn() throws Exception {
    String file = ConfFiles.packed("cluster.xml");

    assertFalse(Clustering.of(file, config("127.0.0.1", OPEN)).name()
        .equals(Clustering.of(file, config("127.0.0.1", OPEN)).name()));
  }

  @Test
  void aFileThatIsNoneIsAMistakeOfTheConfiguration() {
    assertThrows(ConfigurationException.class, () -> Clustering.of("<nothing/>", config("127.0.0.1", OPEN)));
  }

  private static ClusterConfig config(String host, Tls tls) {
    return new ClusterConfig(Optional.empty(), host, 0, List.of(), tls);
  }

  private static Config shipped() {
    return new XmlConfigBuilder(new ByteArrayInputStream(
        ConfFiles.packed("cluster.xml").getBytes(StandardCharsets.UTF_8))).build();
  }
}
