package io.spellmesh.completion;

import io.spellmesh.completion.anthropic.AnthropicProvider;
import io.spellmesh.completion.google.GoogleProvider;
import io.spellmesh.completion.openai.OpenAiProvider;
import io.spellmesh.completion.server.ModelServer;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every vendor, what it speaks, and where its own server is. */
final class VendorTable {
  private final Vertx vertx;
  private final ModelServer.Patience patience;
  private final Map<String, Vendor> vendors = new LinkedHashMap<>();

  VendorTable(Vertx vertx, CompletionConfig config, CompletionConfig.Waiting waiting) {
    this.vertx = vertx;
    patience = new ModelServer.Patience(waiting.silence(), waiting.retries(), waiting.retryDelay());
    openAi(Vendors.OPENAI, config.openai(), "https://api.openai.com/v1");
    put(Vendors.ANTHROPIC, config.anthropic(), new AnthropicProvider(
        server(config.anthropic().url("https://api.anthropic.com/v1"), AnthropicProvider::headers)));
    put(Vendors.GOOGLE, config.google(), new GoogleProvider(server(
        config.google().url("https://generativelanguage.googleapis.com/v1beta"), GoogleProvider::headers)));
    openAi(Vendors.AI21, config.ai21(), "https://api.ai21.com/studio/v1");
    openAi(Vendors.OLLAMA, config.ollama(), "http://127.0.0.1:11434/v1");
    openAi(Vendors.HUGGINGFACE, config.huggingface(), "https://router.huggingface.co/v1");
  }

  private void openAi(String name, VendorConfig config, String own) {
    put(name, config, new OpenAiProvider(name, server(config.url(own), OpenAiProvider::headers)));
  }

  private ModelServer server(String url, Function<Optional<String>, Map<String, String>> headers) {
    return new ModelServer(vertx, url, headers, patience);
  }

  private void put(String name, VendorConfig config, CompletionProvider provider) {
    vendors.put(name, new Vendor(name, config, config.baseUrl().isEmpty(), provider));
  }

  Map<String, Vendor> vendors() {
    return vendors;
  }

  /** Names of those that the operator has set up, if any are. */
  Optional<List<String>> given() {
    return Optional.of(vendors.values().stream().filter(vendor -> vendor.config().isGiven()).map(Vendor::name).toList())
        .filter(names -> !names.isEmpty());
  }
}
