package io.spellmesh.agent.discord;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;

/**
 * How a connection to the Gateway ended, and so what may follow.
 *
 * @see <a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway">its close codes</a>
 */
sealed interface Loss {
  /** The session lives on and can be resumed. */
  record Dropped(String why) implements Loss {}

  /** The session is gone; another can be begun. */
  record Forgotten(String why) implements Loss {}

  /** Trying again would change nothing. */
  record Refused(Failure why) implements Loss {}

  static Loss of(int closeCode) {
    return switch (closeCode) {
      case 4004 -> new Refused(DiscordConfig.unknownToken());
      case 4010, 4011 -> refused(FailureCode.UNAVAILABLE, "Discord wants a bot that is in so many servers to come "
          + "in shards, which this one does not (close code " + closeCode + ")");
      case 4012 -> refused(FailureCode.UNAVAILABLE, "Discord does not speak version 10 any more (close code 4012)");
      case 4013, 4014 -> refused(FailureCode.FORBIDDEN, "Discord does not let the bot hear of servers and voice "
          + "states (close code " + closeCode + "); allow it these intents in Discord's developer portal");
      case 1000, 4003, 4005, 4007, 4009 -> new Forgotten("it ended the session with code " + closeCode);
      default -> new Dropped("it closed the connection with code " + closeCode);
    };
  }

  private static Loss refused(FailureCode code, String message) {
    return new Refused(new Failure(code, message));
  }
}
