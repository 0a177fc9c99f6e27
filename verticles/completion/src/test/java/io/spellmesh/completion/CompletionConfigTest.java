package io.spellmesh.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.kit.config.ConfigurationException;
import io.spellmesh.testkit.TestMember;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionConfigTest {
  private static final String OWN = "https://api.openai.com/v1";

  @Test
  void withoutAnAddressOrAKeyNothingOutsideIsAsked() {
    assertFalse(with(Map.of()).isGiven());
    assertTrue(with(Map.of("completion.openai.base-url", "http://127.0.0.1:1")).isGiven());
  }

  @Test
  void aKeyAloneMeansOpenAi() {
    VendorConfig openai = with(Map.of("completion.openai.api-key", "sk-x"));

    assertTrue(openai.isGiven());
    assertEquals(OWN, openai.url(OWN));
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:1234,http://127.0.0.1:1234/v1", "http://127.0.0.1:1234/,http://127.0.0.1:1234/v1",
      "http://127.0.0.1:1234/v1/,http://127.0.0.1:1234/v1", "https://x.example/api/openai,https://x.example/api/openai"})
  void anAddressWithoutAPathGetsTheUsualOne(String given, String url) {
    assertEquals(url, with(Map.of("completion.openai.base-url", given)).url(OWN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:1234", "ftp://x.example", "http://", "http://x.example?key=1",
      "http://user:secret@x.example", "not a url"})
  void whatIsNoAddressIsRefusedByName(String given) {
    ConfigurationException refused = assertThrows(ConfigurationException.class,
        () -> with(Map.of("completion.openai.base-url", given)));

    assertTrue(refused.getMessage().contains("completion.openai"), refused.getMessage());
  }

  private static VendorConfig with(Map<String, String> settings) {
    return TestMember.defaults().with(settings).section("completion", CompletionConfig.class).openai();
  }
}
