package io.spellmesh.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.kit.config.ConfigurationException;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.user.UserConfig.Signup;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserConfigTest {
  @Test
  void hasTheDefaultsOfTheProject() {
    UserConfig config = UserConfig.read(TestMember.defaults());

    assertEquals(
        new UserConfig.Users(Signup.OPEN, 50, 10, Duration.ofMinutes(15), 20, Duration.ofHours(1), 50),
        config.users());
    assertEquals(new UserConfig.Auth(Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofSeconds(10)),
        config.auth());
  }

  @Test
  void knowsEndedSessionsUntilNoTokenCanBeAlive() {
    assertEquals(Duration.ofMinutes(16), UserConfig.read(TestMember.defaults()).revocationLife());
    assertEquals(Duration.ofMinutes(6),
        read("auth.access-token-life", "10s").revocationLife());
  }

  @ParameterizedTest
  @CsvSource({"users.signup, shut", "users.max-keys, 0", "users.login-failures, 0", "users.login-window, 2d",
      "users.signups, 0", "users.signup-window, 0s", "users.max-hashing, 0", "auth.access-token-life, 25h",
      "auth.refresh-token-life, 0s", "auth.refresh-grace, 2m"})
  void refusesNonsenseByTheKeysName(String key, String value) {
    ConfigurationException refused = assertThrows(ConfigurationException.class, () -> read(key, value));

    assertTrue(refused.getMessage().contains(key.substring(key.indexOf('.') + 1)), refused.getMessage());
  }

  private static UserConfig read(String key, String value) {
    return UserConfig.read(TestMember.defaults().with(Map.of(key, value)));
  }
}
