package io.spellmesh.contract.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * Spells whose sources emit although no tab has them open, and what reaches their sources from outside. A spell of
 * another user is answered as unknown.
 */
public interface Playing {
  Duration BEGINNING = Duration.ofSeconds(15);
  /** How many spells of one person may be held at once. */
  int MOST_HELD = 20;

  /**
   * Plays a spell until somebody pauses it, in one process of the mesh, and in another when that is gone. UNPROCESSABLE
   * if it has no sources or one cannot begin, TOO_MANY beyond {@link #MOST_HELD}.
   */
  Operation<Which, State> PLAY = Operation.at("spellmesh.runner.play", Which.class, State.class).withPatience(BEGINNING);
  /** Nobody plays the spell any more, no tab either; runs under way go on. */
  Operation<Which, State> PAUSE =
      Operation.at("spellmesh.runner.pause", Which.class, State.class).withPatience(BEGINNING);
  Operation<Which, State> STATE = Operation.at("spellmesh.runner.playing", Which.class, State.class);

  /** Makes the secret by which others post to a spell; the one before is good no longer. */
  Operation<Which, Hook> OPEN_HOOK = Operation.at("spellmesh.runner.hook-open", Which.class, Hook.class);
  Operation<Which, Nothing> CLOSE_HOOK = Operation.at("spellmesh.runner.hook-close", Which.class, Nothing.class);
  /**
   * Gives a value to the Webhook Streams of the spell that the secret is of. NOT_FOUND for a secret that is none,
   * CONFLICT if the spell is not played or has no such source, TOO_MANY if it cannot keep up, or after {@link
   * #MOST_POSTS} within a minute.
   */
  Operation<Post, Nothing> POST = new Operation<>("spellmesh.runner.hook-post", Post.class, Nothing.class,
      BEGINNING, true);
  /** The same, for whoever plays the spell here. */
  Operation<Given, Nothing> GIVE = Operation.at("spellmesh.runner.give", Given.class, Nothing.class);

  /** To one secret, within a minute, through one process. */
  int MOST_POSTS = 120;

  record Which(UUID spell) {
    public Which {
      Objects.requireNonNull(spell, "spell is missing");
    }
  }

  /**
   * @param playing whether its sources emit
   * @param held    whether it is played until it is paused, tab or no tab
   */
  record State(boolean playing, boolean held) {}

  /** @param token the secret; it is shown this once */
  record Hook(String token) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Hook[]";
    }
  }

  record Post(String token, JsonNode body) {
    public Post {
      Objects.requireNonNull(token, "token is missing");
      Objects.requireNonNull(body, "body is missing");
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "Post[]";
    }
  }

  record Given(UUID spell, JsonNode body) {
    public Given {
      Objects.requireNonNull(spell, "spell is missing");
      Objects.requireNonNull(body, "body is missing");
    }
  }
}
