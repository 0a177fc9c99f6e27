package io.spellmesh.kit.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final String DEFAULTS = """
      # said once
      http:
        port: 8080
        host: 127.0.0.1
        allowed-origins: []
      users:
        signup: open
        invited: false
      runner:
        max-time: 15m
        max-output-bytes: 32MB
        ratio: 0.5
      database:
        url:
        pool-size: 10
      completion:
        openai:
          base-url: https://api.example.org/v1
          api-key:
      """;

  enum Signup { OPEN, BY_INVITATION }

  record Http(int port, String host, List<String> allowedOrigins) {}

  record Users(Signup signup, boolean invited) {}

  record Runner(Duration maxTime, long maxOutputBytes, double ratio) {}

  record Database(Optional<Path> url, int poolSize) {
    Database {
      if (poolSize < 1) {
        throw new IllegalArgumentException("database.pool-size is " + poolSize + ", must be at least 1");
      }
    }
  }

  record OpenAi(String baseUrl, Optional<String> apiKey) {}

  record Completion(OpenAi openai) {}

  record Wrong(int portt) {}

  @TempDir
  Path conf;

  @Test
  void givesTheDefaults() {
    Settings settings = load(Map.of());

    assertEquals(new Http(8080, "127.0.0.1", List.of()), settings.section("http", Http.class));
    assertEquals(new Users(Signup.OPEN, false), settings.section("users", Users.class));
    assertEquals(new Runner(Duration.ofMinutes(15), 32L << 20, 0.5),
        settings.section("runner", Runner.class));
    assertEquals(new Database(Optional.empty(), 10), settings.section("database", Database.class));
    assertEquals(new Completion(new OpenAi("https://api.example.org/v1", Optional.empty())),
        settings.section("completion", Completion.class));
  }

  @Test
  void putsTheFileOverTheDefaultsAndTheEnvironmentOverBoth() throws Exception {
    file("""
        http:
          port: 9000
          allowed-origins: [https://a.example, "https://b.example"]
        users:
          # nothing here
        runner:
          max-time: 2h
          ratio: 2
        """);

    Settings settings = load(Map.of("SPELLMESH_HTTP_PORT", "0", "SPELLMESH_USERS_SIGNUP", "by-invitation",
        "SPELLMESH_COMPLETION_OPENAI_BASE_URL", "http://127.0.0.1:1", "PATH", "/bin", "SPELL", "x"));

    assertEquals(new Http(0, "127.0.0.1", List.of("https://a.example", "https://b.example")),
        settings.section("http", Http.class));
    assertEquals(new Users(Signup.BY_INVITATION, false), settings.section("users", Users.class));
    assertEquals(new Runner(Duration.ofHours(2), 32L << 20, 2.0), settings.section("runner", Runner.class));
    assertEquals("http://127.0.0.1:1", settings.section("completion.openai", OpenAi.class).baseUrl());
  }

  @Test
  void takesListsFromTheEnvironmentWithCommas() {
    assertEquals(List.of("https://a", "https://b"),
        load(Map.of("SPELLMESH_HTTP_ALLOWED_ORIGINS", " https://a, https://b,")).section("http", Http.class)
            .allowedOrigins());
  }

  @Test
  void takesAnEmptyFile() throws Exception {
    file("");
    assertEquals(8080, load(Map.of()).section("http", Http.class).port());
    file("# nothing\n");
    assertEquals(8080, load(Map.of()).section("http", Http.class).port());
  }

  @Test
  void refusesEveryMistakeAtOnceWithPlaceAndCure() throws Exception {
    Path file = file("""
        htp:
          port: 9000
        http:
          prot: 9000
          host: []
        runner:
          max-time: 15 minutes
          max-output-bytes: lots
        users: open
        nonsense: 1
        """);

    assertEquals(List.of(
        file + " line 2: unknown key htp.port, did you mean http.port?",
        file + " line 4: unknown key http.prot, did you mean http.port?",
        file + " line 5: http.host is empty, must be a text",
        file + " line 7: runner.max-time is '15 minutes', must be a time such as 500ms, 10s, 15m, 2h or 30d",
        file + " line 8: runner.max-output-bytes is 'lots', must be a size such as 64KB, 32MB or 2GB",
        file + " line 9: users is a section, must hold keys",
        file + " line 10: unknown key nonsense",
        "environment SPELLMESH_HTTP_PORT: http.port is 'http', must be a whole number",
        "environment: unknown variable SPELLMESH_HTTP_PROT, did you mean SPELLMESH_HTTP_PORT?",
        "environment SPELLMESH_USERS_INVITED: users.invited is 'yes', must be true or false"),
        mistakes(Map.of("SPELLMESH_HTTP_PORT", "http", "SPELLMESH_HTTP_PROT", "1",
            "SPELLMESH_USERS_INVITED", "yes")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      http: [                    | not YAML
      http: 1: 2                 | not YAML
      - http                     | must be keys with values
      just text                  | must be keys with values
      """)
  void refusesWhatIsNoConfiguration(String text, String message) throws Exception {
    file(text);

    mistake(Map.of(), message);
  }

  @Test
  void refusesAKeyThatStandsTwiceAndASecondDocument() throws Exception {
    file("http:\n  port: 1\n  port: 2\n");
    mistake(Map.of(), "line 3");

    file("http:\n  port: 1\n---\nhttp:\n  port: 2\n");
    mistake(Map.of(), "second document");
  }

  @Test
  void refusesWhatTheRecordDoesNotTake() {
    ConfigurationException choice = assertThrows(ConfigurationException.class,
        () -> load(Map.of("SPELLMESH_USERS_SIGNUP", "closed")).section("users", Users.class));
    assertEquals("environment SPELLMESH_USERS_SIGNUP: users.signup is 'closed', "
        + "must be open or by-invitation", choice.getMessage());

    ConfigurationException range = assertThrows(ConfigurationException.class,
        () -> load(Map.of("SPELLMESH_DATABASE_POOL_SIZE", "0")).section("database", Database.class));
    assertEquals("database.pool-size is 0, must be at least 1", range.getMessage());

    ConfigurationException missing = assertThrows(ConfigurationException.class,
        () -> load(Map.of("SPELLMESH_HTTP_HOST", "")).section("http", Http.class));
    assertEquals("environment SPELLMESH_HTTP_HOST: http.host is empty, must be given", missing.getMessage());

    ConfigurationException beyond = assertThrows(ConfigurationException.class,
        () -> load(Map.of("SPELLMESH_HTTP_PORT", "99999999999")).section("http", Http.class));
    assertTrue(beyond.getMessage().contains("must be at most 2147483647"), beyond.getMessage());
  }

  @Test
  void isAskedForKeysThatThereAreOnly() {
    IllegalStateException bug =
        assertThrows(IllegalStateException.class, () -> load(Map.of()).section("http", Wrong.class));

    assertEquals("mesh.yaml has no key http.portt, which Wrong asks for", bug.getMessage());
  }

  @Test
  void letsTheProgramChangeItsOwnSettings() {
    Settings changed = load(Map.of()).with(Map.of("http.port", "1234", "http.allowed-origins", "a,b"));

    assertEquals(new Http(1234, "127.0.0.1", List.of("a", "b")), changed.section("http", Http.class));
    assertThrows(ConfigurationException.class, () -> load(Map.of()).with(Map.of("http.prot", "1")));
    assertThrows(ConfigurationException.class, () -> load(Map.of()).with(Map.of("http.port", "x")));
  }

  @Test
  void showsEverythingButSecrets() throws Exception {
    Path file = file("completion:\n  openai:\n    api-key: sk-1234\n");

    List<String> lines = load(Map.of("SPELLMESH_DATABASE_URL", "postgresql://me:p%40ss@db.example:5432/mesh"))
        .masked();

    assertEquals(List.of(
        "completion.openai.api-key: ***  (" + file + " line 3)",
        "completion.openai.base-url: https://api.example.org/v1",
        "database.pool-size: 10",
        "database.url: postgresql://me:***@db.example:5432/mesh  (environment SPELLMESH_DATABASE_URL)"),
        lines.subList(0, 4));
    assertEquals("http.port: 8080", lines.get(6));
    assertEquals(12, lines.size());
  }

  @Test
  void quotesNoSecretInAMistake() throws Exception {
    file("completion:\n  openai:\n    api-key: [sk-1234]\n");

    mistake(Map.of(), "api-key is '***', must be a text");
  }

  private Settings load(Map<String, String> environment) {
    return Settings.load(Optional.of(conf), environment, DEFAULTS);
  }

  private void mistake(Map<String, String> environment, String message) {
    List<String> mistakes = mistakes(environment);
    assertTrue(mistakes.getFirst().contains(message), mistakes::toString);
  }

  private List<String> mistakes(Map<String, String> environment) {
    return assertThrows(ConfigurationException.class, () -> load(environment)).mistakes();
  }

  private Path file(String text) throws Exception {
    return Files.writeString(conf.resolve("mesh.yaml"), text);
  }
}
