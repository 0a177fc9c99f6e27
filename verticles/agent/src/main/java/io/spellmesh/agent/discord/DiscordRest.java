package io.spellmesh.agent.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Wire;
import io.spellmesh.kit.web.GuardedClient;
import io.spellmesh.kit.web.WebAnswer;
import io.spellmesh.kit.web.WebRequest;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of Discord's REST API, as the bot that is set up.
 *
 * @see <a href="https://discord.com/developers/docs/reference">version 10</a>
 */
final class DiscordRest {
  private static final int GOOD = 2;
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  private final GuardedClient client;
  private final DiscordConfig config;

  DiscordRest(GuardedClient client, DiscordConfig config) {
    this.client = client;
    this.config = config;
  }

  /**
   * Where a new session is begun. Fails with TOO_MANY when nine in ten of a day's sessions are used up: Discord
   * takes the token from a bot that uses more than all of them, and the operator may need some elsewhere.
   */
  Future<String> gateway() {
    return ask("GET", "/gateway/bot", Optional.empty()).map(gateway -> {
      JsonNode limit = gateway.path("session_start_limit");
      if (limit.path("remaining").asLong(1) * 10 <= limit.path("total").asLong()) {
        throw Failure.tooMany("the bot has begun nearly as many sessions as Discord allows in a day",
            Duration.ofMillis(limit.path("reset_after").asLong()));
      }
      return gateway.path("url").asText();
    });
  }

  /** Takes the bot out of a voice channel that it did not enter here. Needs the permission to move members. */
  Future<Nothing> takeOut(String server) {
    JsonNode nowhere = JsonNodeFactory.instance.objectNode().putNull("channel_id");
    return ask("GET", "/users/@me", Optional.empty()).compose(bot -> ask("PATCH",
        "/guilds/" + server + "/members/" + bot.path("id").asText(), Optional.of(nowhere))).map(Nothing.NOTHING);
  }

  private Future<JsonNode> ask(String method, String path, Optional<JsonNode> body) {
    return client.send(new WebRequest(method, config.base() + path,
        Map.of("authorization", "Bot " + config.token(), "content-type", "application/json"),
        body.map(Wire::text).map(Buffer::buffer), true)).answer().map(DiscordRest::good);
  }

  private static JsonNode good(WebAnswer answer) {
    if (answer.status() / 100 == GOOD) {
      return answer.body().length() == 0 ? JsonNodeFactory.instance.objectNode()
          : Wire.read(answer.body().getBytes(), JsonNode.class);
    }
    throw switch (answer.status()) {
      case 401 -> DiscordConfig.unknownToken();
      case 403 -> new Failure(FailureCode.FORBIDDEN,
          "Discord refuses it to the bot (status 403), which may lack the permission to move members");
      case 404 -> Failure.notFound("Discord knows no such place (status 404)");
      case 429 -> Failure.tooMany("Discord is asked too often", A_MOMENT);
      default -> new Failure(FailureCode.PROVIDER_FAILED, "Discord answered with status " + answer.status());
    };
  }
}
