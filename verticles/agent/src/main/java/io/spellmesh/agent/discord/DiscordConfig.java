package io.spellmesh.agent.discord;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import java.util.Optional;

/**
 * The bot, which is one for all; {@code connectors.discord} in the configuration.
 *
 * @param baseUrl of the REST API; trusted
 * @param key     the bot's token
 */
public record DiscordConfig(Optional<String> baseUrl, Optional<String> key) {
  String base() {
    return baseUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
        .orElseThrow(() -> unconfigured("base-url"));
  }

  String token() {
    return key.orElseThrow(() -> unconfigured("key"));
  }

  static Failure unknownToken() {
    return new Failure(FailureCode.FORBIDDEN,
        "Discord does not know the bot's token; configure connectors.discord.key with one that is valid");
  }

  private static Failure unconfigured(String key) {
    return new Failure(FailureCode.UNAVAILABLE,
        "needs a service that is not set up; configure connectors.discord." + key);
  }

  /** Says nothing of the token. */
  @Override
  public String toString() {
    return "DiscordConfig[" + baseUrl + "]";
  }
}
