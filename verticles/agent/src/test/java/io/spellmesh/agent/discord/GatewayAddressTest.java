package io.spellmesh.agent.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAddressTest {
  private static final String BASE = "https://discord.com/api/v10";

  @Test
  void isAtDiscordOrWhereTheOperatorSays() {
    assertEquals("wss://gateway.discord.gg/?v=10&encoding=json", GatewayAddress.of("wss://gateway.discord.gg", BASE));
    assertEquals("wss://gateway-us-east1-b.discord.gg/?v=10&encoding=json",
        GatewayAddress.of("wss://gateway-us-east1-b.discord.gg/?compress=zlib-stream", BASE));
    assertEquals("wss://bots.example.org:8443/?v=10&encoding=json",
        GatewayAddress.of("wss://bots.example.org:8443/", "https://bots.example.org/api"));
    assertEquals("ws://127.0.0.1:7000/?v=10&encoding=json",
        GatewayAddress.of("ws://127.0.0.1:7000", "http://127.0.0.1:8000/api"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws://gateway.discord.gg", "wss://gateway.discord.gg.example.org", "wss://notdiscord.gg",
      "wss://gateway.discord.gg:8443", "wss://gateway.discord.gg@example.org", "https://gateway.discord.gg",
      "wss://169.254.169.254", "ws://127.0.0.1:7000", "wss://[::1]", "gateway.discord.gg", "", "wss://",
      "wss://example.org\\.discord.gg", "WSS:gateway.discord.gg"})
  void isNowhereElse(String told) {
    assertEquals(FailureCode.FORBIDDEN, assertThrows(Failure.class, () -> GatewayAddress.of(told, BASE)).code());
  }

  @Test
  void isNotWithoutTlsWhereTheRestHasIt() {
    assertThrows(Failure.class, () -> GatewayAddress.of("ws://bots.example.org", "https://bots.example.org/api"));
  }
}
