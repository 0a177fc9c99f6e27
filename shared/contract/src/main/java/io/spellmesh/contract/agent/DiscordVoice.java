package io.spellmesh.contract.agent;

import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** In which voice channels the bot of Discord is that the operator set up. It neither speaks nor listens there. */
public interface DiscordVoice {
  /**
   * Brings the bot into a voice channel from wherever it is, or out of the one it is in; answered once Discord
   * says that it is so. The bot stays until it is taken out, or the process that brought it in ends.
   *
   * <p>Fails with UNAVAILABLE if no bot is set up, FORBIDDEN if Discord refuses it, TOO_MANY if it came and went
   * too often, TIMED_OUT if Discord does not let it in, which it does not say otherwise.
   */
  Operation<Place, Nothing> MOVE = Operation.at("spellmesh.agent.discord-voice", Place.class, Nothing.class)
      .withPatience(Duration.ofSeconds(20));

  /**
   * @param server  id at Discord, which calls it a guild
   * @param channel id of one of its voice channels; none takes the bot out
   */
  record Place(String server, Optional<String> channel) {
    private static final String ID = "[0-9]{5,20}";

    public Place {
      Objects.requireNonNull(server, "server is missing");
      requireId("server", server);
      channel.ifPresent(id -> requireId("channel", id));
    }

    private static void requireId(String name, String id) {
      if (!id.matches(ID)) {
        throw new IllegalArgumentException(name + " is '" + (id.length() <= 40 ? id : id.substring(0, 40) + "…")
            + "', must be an id of Discord, 5 to 20 digits");
      }
    }
  }
}
