package io.spellmesh.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.completion.Vendors.Chosen;
import io.spellmesh.completion.offline.OfflineProvider;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorsTest {
  private static final CompletionProvider NOBODY = new OfflineProvider();

  /** @param given as {@code openai} with a key at the vendor's own server, or {@code openai@here} at another */
  private static Vendors with(Optional<String> usual, String... given) {
    List<String> set = List.of(given);
    Map<String, Vendor> vendors = Vendors.NAMES.stream().map(name -> {
      boolean elsewhere = set.contains(name + "@here");
      VendorConfig config = new VendorConfig(elsewhere ? Optional.of("http://127.0.0.1:1/v1") : Optional.empty(),
          set.contains(name) ? Optional.of("operators-" + name) : Optional.empty(), name + "-usual",
          name.equals("anthropic") ? Optional.empty() : Optional.of(name + "-embedding"));
      return new Vendor(name, config, !elsewhere, NOBODY);
    }).collect(Collectors.toMap(Vendor::name, vendor -> vendor));
    return new Vendors(vendors, usual, new Chosen("offline", NOBODY, "responder", Optional.empty(), Optional.empty()));
  }

  private static String text(Vendors vendors, String model, String... keysOf) {
    Map<String, String> keys = Arrays.stream(keysOf).collect(Collectors.toMap(name -> name, name -> "users-" + name));
    Chosen chosen = vendors.forText(Optional.of(model), keys);
    return chosen.vendor() + " " + chosen.model() + chosen.key().map(key -> " " + key).orElse("");
  }

  @ParameterizedTest
  @CsvSource({"'',openai openai-usual operators-openai", "anthropic/claude-x,anthropic claude-x operators-anthropic",
      "claude-x,anthropic claude-x operators-anthropic", "gpt-4o,openai gpt-4o operators-openai",
      "my-own,openai my-own operators-openai", "meta-llama/Llama-3,openai meta-llama/Llama-3 operators-openai",
      "offline/any,offline responder"})
  void aModelLeadsToItsVendor(String model, String chosen) {
    assertEquals(chosen, text(with(Optional.empty(), "openai", "anthropic"), model));
  }

  @Test
  void aUsersKeyGoesBeforeTheOperatorsAndIsEnoughByItself() {
    assertEquals("openai gpt-4o users-openai", text(with(Optional.empty(), "openai"), "gpt-4o", "openai"));
    assertEquals("google gemini-x users-google", text(with(Optional.empty()), "gemini-x", "google"));
    assertEquals("google google-usual users-google", text(with(Optional.empty()), "", "google"));
    assertEquals("openai gemini-x operators-openai", text(with(Optional.empty(), "openai"), "gemini-x"));
  }

  @Test
  void theUsualOneIsTheOperatorsChoiceIfItCanBeAsked() {
    assertEquals("google google-usual operators-google", text(with(Optional.of("google"), "openai", "google"), ""));
    assertEquals("openai openai-usual operators-openai", text(with(Optional.of("google"), "openai"), ""));
    assertEquals("offline responder", text(with(Optional.of("google")), ""));
    assertEquals("offline responder", text(with(Optional.empty()), "gpt-4o"));
  }

  @Test
  void aVendorThatIsNotSetUpIsNamed() {
    Failure refused = assertThrows(Failure.class, () -> text(with(Optional.empty(), "openai"), "anthropic/claude-x"));

    assertEquals(FailureCode.UNAVAILABLE, refused.code());
    assertTrue(refused.getMessage().contains("completion.anthropic.api-key")
        && refused.getMessage().contains("/api/secrets/anthropic"), refused.getMessage());
    assertEquals("openai anthropic/claude-x", text(with(Optional.empty(), "openai@here"), "anthropic/claude-x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vanilla-jumbo", "j1-jumbo", "j1-large", "gpt-j-6b", "text-davinci-003", "text-davinci-002",
      "text-davinci-001", "text-curie-001", "text-babbage-001", "text-ada-001", "curie-instruct-beta",
      "davinci-instruct-beta", "davinvci-instruct-beta", "davinci", "claude-1",
      "claude-1-100k", "claude-instant-1", "claude-instant-1-100k", "claude-2", "claude-2.1", "chat-bison-001",
      "text-bison-001", "embedding-gecko-001", "localmodel"})
  void modelsOfOldAreAnsweredByTheUsualOneOfAVendorsOwnServerAndByNameElsewhere(String old) {
    assertEquals("openai openai-usual operators-openai", text(with(Optional.empty(), "openai"), old));
    assertEquals("openai " + old, text(with(Optional.empty(), "openai@here"), old));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-3.5-turbo", "gpt-4", "gpt-4-0613", "davinci-002", "babbage-002", "claude-sonnet-4-0",
      "claude-3-haiku-20240307", "gemini-2.5-flash", "jamba-mini", "text-embedding-3-small", "text-embedding-ada-002"})
  void modelsOfTodayAreNot(String model) {
    assertEquals("openai " + model + " operators-openai", text(with(Optional.empty(), "openai"), model));
  }

  @Test
  void modelsThatSomebodyElseIsKnownByMayBeAnsweredByTheUsualOne() {
    Vendors vendors = with(Optional.empty(), "ollama@here");

    assertEquals(List.of("text-davinci-003 Optional[ollama-usual]", "gpt-4 Optional[ollama-usual]",
            "my-own Optional.empty", "ollama-usual Optional.empty"),
        List.of("text-davinci-003", "gpt-4", "my-own", "").stream().map(model -> vendors.forText(Optional.of(model),
            Map.of())).map(chosen -> chosen.model() + " " + chosen.otherwise()).toList());
  }

  @Test
  void embeddingsGoToAVendorThatMakesThem() {
    Vendors both = with(Optional.of("anthropic"), "anthropic", "google");

    assertEquals("google-embedding", both.forEmbeddings(Optional.empty(), Map.of()).model());
    assertEquals("google-embedding", both.forEmbeddings(Optional.of("embedding-gecko-001"), Map.of()).model());
    assertEquals("offline", with(Optional.empty(), "anthropic").forEmbeddings(Optional.empty(), Map.of()).vendor());
  }

  @Test
  void noKeyIsShown() {
    Vendors vendors = with(Optional.empty(), "openai");

    assertEquals("Chosen[vendor=openai, model=gpt-4o]",
        vendors.forText(Optional.of("gpt-4o"), Map.of("openai", "sk-secret")).toString());
  }
}
