package io.spellmesh.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.gateway.site.MetricsPage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsIT {
  private static final String TOKEN = "prometheus-reads-this";
  private static final Map<String, String> THROUGH_A_PROXY = Map.of("X-Forwarded-For", "192.0.2.7");

  @TempDir
  private Path keys;

  @Test
  void areToldOnThisMachine() throws Exception {
    try (RunningGateway gateway = new RunningGateway(keys, Map.of())) {
      Reply reply = gateway.stranger("GET", "/metrics", "", Map.of());

      assertEquals(200, reply.status());
      assertTrue(reply.body().contains("\nspellmesh_sockets_open 0.0\n"), reply.body());
      assertTrue(reply.body().contains("\njvm_memory_used_bytes{"), reply.body());
    }
  }

  @Test
  void areNotThereForOthersUnlessThereIsAToken() throws Exception {
    try (RunningGateway gateway = new RunningGateway(keys, Map.of())) {
      Reply reply = gateway.stranger("GET", "/metrics", "", THROUGH_A_PROXY);

      assertEquals(404, reply.status());
      assertFalse(reply.body().contains("spellmesh_"), reply.body());
    }
  }

  @Test
  void areToldToOthersWithTheTokenAndNoOther() throws Exception {
    try (RunningGateway gateway = new RunningGateway(keys, Map.of("metrics.token", TOKEN))) {
      assertEquals(401, gateway.stranger("GET", "/metrics", "", THROUGH_A_PROXY).status());
      assertEquals(401, with(gateway, gateway.token(RunningGateway.ALICE)).status());
      assertEquals(401, with(gateway, TOKEN + "x").status());
      assertEquals(401, with(gateway, "").status());
      assertEquals(200, with(gateway, TOKEN).status());
    }
  }

  @Test
  void tellNothingOfWhoAsked() throws Exception {
    try (RunningGateway gateway = new RunningGateway(keys, Map.of())) {
      gateway.ask("GET", "/api/users/me");
      gateway.ask("GET", "/api/runs/" + RunningGateway.BOB);

      String text = gateway.stranger("GET", "/metrics", "", Map.of()).body();

      assertFalse(Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}").matcher(text).find(), text);
      assertFalse(text.contains("/api/"), text);
    }
  }

  @Test
  void needATokenThatIsNotGuessed() {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
        () -> new MetricsPage.Config(Optional.of("short")));

    assertEquals("token has 5 characters, must have at least 16", refused.getMessage());
  }

  private static Reply with(RunningGateway gateway, String token) throws Exception {
    return gateway.stranger("GET", "/metrics", "",
        Map.of("X-Forwarded-For", "192.0.2.7", "Authorization", "Bearer " + token));
  }
}
