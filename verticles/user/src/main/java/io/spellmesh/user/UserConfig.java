package io.spellmesh.user;

import io.spellmesh.kit.config.Settings;
import java.time.Duration;

/**
 * What an operator may set about accounts and their tokens.
 *
 * @param users section {@code users}
 * @param auth  section {@code auth}, as far as it concerns this room
 */
public record UserConfig(Users users, Auth auth) {

  /** Whether strangers may make themselves an account. */
  public enum Signup { OPEN, CLOSED }

  /**
   * @param signup        who may register
   * @param maxKeys       API keys one account may have, and make in an hour; 1 to 1,000
   * @param loginFailures failed log-ins within {@code loginWindow} before others are refused; at least 1
   * @param loginWindow   how long a failure counts; at least 1 s
   * @param signups       registrations from one address within {@code signupWindow}; at least 1; loopback
   *                      is not counted
   * @param signupWindow  how long a registration counts; at least 1 s
   * @param maxHashing    passwords that may wait to be hashed; at least 1. Two are hashed at a time at some
   *                      70 ms each, so that 50 wait less than 2 s
   */
  public record Users(Signup signup, int maxKeys, int loginFailures, Duration loginWindow, int signups,
      Duration signupWindow, int maxHashing) {
    public Users {
      inRange("max-keys", maxKeys, 1, 1_000);
      inRange("login-failures", loginFailures, 1, 1_000_000);
      inRange("login-window", loginWindow, Duration.ofSeconds(1), LONGEST_WINDOW);
      inRange("signups", signups, 1, 1_000_000);
      inRange("signup-window", signupWindow, Duration.ofSeconds(1), LONGEST_WINDOW);
      inRange("max-hashing", maxHashing, 1, 10_000);
    }
  }

  /**
   * @param accessTokenLife  how long an access token of a log-in is good; 1 s to 24 h
   * @param refreshTokenLife how long a refresh token may lie unused; 1 s to 1 year
   * @param refreshGrace     how long a spent refresh token still renews, for tabs that refresh in parallel;
   *                         up to 1 min
   */
  public record Auth(Duration accessTokenLife, Duration refreshTokenLife, Duration refreshGrace) {
    public Auth {
      inRange("access-token-life", accessTokenLife, Duration.ofSeconds(1), Duration.ofHours(24));
      inRange("refresh-token-life", refreshTokenLife, Duration.ofSeconds(1), Duration.ofDays(366));
      inRange("refresh-grace", refreshGrace, Duration.ZERO, Duration.ofMinutes(1));
    }
  }

  /** An access token for an API key lives this long: a program can ask for the next one at any time. */
  static final Duration KEY_TOKEN_LIFE = Duration.ofMinutes(5);

  /** No limit counts further back. */
  static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  /** Between a session's end and its last token's lie clocks that differ and answers under way. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** @throws io.spellmesh.kit.config.ConfigurationException naming the key and what would be right */
  public static UserConfig read(Settings settings) {
    return new UserConfig(settings.section("users", Users.class), settings.section("auth", Auth.class));
  }

  /** How long an ended session must be known as ended: until no access token of it can be alive. */
  Duration revocationLife() {
    Duration longest = auth.accessTokenLife.compareTo(KEY_TOKEN_LIFE) > 0
        ? auth.accessTokenLife
        : KEY_TOKEN_LIFE;
    return longest.plus(MARGIN);
  }

  private static <T extends Comparable<T>> void inRange(String key, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(key + " is " + value + ", must be " + least + " to " + most);
    }
  }
}
