package io.spellmesh.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.gateway.Reply;
import io.spellmesh.gateway.RunningGateway;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsIT {
  private static final String GOOD = "https://good.example.org";
  private static RunningGateway gateway;

  @BeforeAll
  static void start(@TempDir Path keys) {
    gateway = new RunningGateway(keys, Map.of("http.allowed-origins", GOOD));
  }

  @Test
  void letsAListedOriginAsk() throws Exception {
    Reply preflight = gateway.stranger("OPTIONS", "/api/spells", "",
        Map.of("Origin", GOOD, "Access-Control-Request-Method", "POST"));
    Reply refused = gateway.stranger("GET", "/api/spells", "", Map.of("Origin", GOOD));

    assertEquals(204, preflight.status());
    assertEquals(Optional.of(GOOD), preflight.header("Access-Control-Allow-Origin"));
    assertTrue(preflight.header("Access-Control-Allow-Headers").orElseThrow().contains("Authorization"));
    assertTrue(preflight.header("Access-Control-Allow-Credentials").isEmpty());
    assertEquals(401, refused.status());
    assertEquals(Optional.of(GOOD), refused.header("Access-Control-Allow-Origin"));
    assertEquals(Optional.of("Origin"), refused.header("Vary"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "https://good.example.org.evil.example",
      "http://good.example.org", "https://good.example.org:8443", "https://GOOD.example.org", "*"})
  void letsNoOtherAsk(String origin) throws Exception {
    Reply preflight = gateway.stranger("OPTIONS", "/api/spells", "",
        Map.of("Origin", origin, "Access-Control-Request-Method", "POST"));

    assertTrue(preflight.header("Access-Control-Allow-Origin").isEmpty());
    assertEquals(401, preflight.status());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }
}
