package io.spellmesh.kit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUrlTest {
  private static final String TEXT =
      "postgresql://mesh:p%40ss%2Fw%25rd@db.example:6432/spells?sslmode=verify-full";

  @Test
  void readsAndWritesTheSameAddress() {
    PostgresUrl url = PostgresUrl.parse(TEXT);

    assertEquals("p@ss/w%rd", url.password());
    assertEquals(6432, url.port());
    assertEquals(TEXT, url.withPassword());
    assertEquals(url, PostgresUrl.parse(url.withPassword()));
    assertEquals("jdbc:postgresql://db.example:6432/spells?sslmode=verify-full"
        + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory", url.jdbc());
  }

  @Test
  void takesTheUsualPort() {
    assertEquals("jdbc:postgresql://db:5432/spells?sslmode=disable",
        PostgresUrl.parse("postgres://a:b@db/spells").jdbc());
  }

  @Test
  void neverShowsThePassword() {
    assertEquals("postgresql://mesh:***@db.example:6432/spells", PostgresUrl.parse(TEXT).toString());
    DatabaseConfig config = new DatabaseConfig(Optional.of(TEXT), Path.of("data"), 10, 500);
    assertFalse(config.toString().contains("ss%2F"), config.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jdbc:postgresql://u:hidden@h/d", "postgresql://u:hidden@h",
      "postgresql://h:5432/d",
      "postgresql://u:hid/den@h:5432/d", "postgresql://u:hidden@h:99999999/d",
      "postgresql://u:hidden@h:5432/d?sslmode=perhaps", "mysql://u:hidden@h/d"})
  void refusesOthersWithoutRepeatingThem(String text) {
    var refused = assertThrows(IllegalArgumentException.class, () -> PostgresUrl.parse(text));

    assertFalse(refused.getMessage().contains("hidden"), refused.getMessage());
  }

  @Test
  void namesTheKeyThatIsOutOfRange() {
    assertEquals("database.pool-size is 0, must be at least 1", assertThrows(IllegalArgumentException.class,
        () -> new DatabaseConfig(Optional.empty(), Path.of("data"), 0, 1)).getMessage());
    assertEquals("database.max-wait-queue is -1, must be at least 0",
        assertThrows(IllegalArgumentException.class,
            () -> new DatabaseConfig(Optional.empty(), Path.of("data"), 1, -1)).getMessage());
  }
}
