package io.spellmesh.completion;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds who is asked. A model may be named after its vendor, {@code anthropic/claude-sonnet-4-0}, or as the vendor
 * calls it; what no vendor is known by goes to the usual one, as it is.
 */
final class Vendors {
  static final String OPENAI = "openai";
  static final String ANTHROPIC = "anthropic";
  static final String GOOGLE = "google";
  static final String AI21 = "ai21";
  static final String OLLAMA = "ollama";
  static final String HUGGINGFACE = "huggingface";
  /** In the order in which the usual one is looked for. */
  static final List<String> NAMES = List.of(OPENAI, ANTHROPIC, GOOGLE, AI21, OLLAMA, HUGGINGFACE);

  private static final Map<String, Pattern> FAMILIES = Map.of(
      OPENAI, Pattern.compile("(gpt|chatgpt|o[1-9]|text|davinci|babbage)-.*"),
      ANTHROPIC, Pattern.compile("claude-.*"),
      GOOGLE, Pattern.compile("(gemini|gemma|chat-bison|text-bison|embedding-gecko)-.*"),
      AI21, Pattern.compile("(jamba|j[12])-.*"));

  /**
   * Who is asked, and for what.
   *
   * @param model     as the vendor names it
   * @param otherwise the vendor's usual one, for a model of old or of somebody else that its server may not know
   */
  record Chosen(String vendor, CompletionProvider provider, String model, Optional<String> otherwise,
      Optional<String> key) {

    /** Without the key, which no log may show. */
    @Override
    public String toString() {
      return "Chosen[vendor=" + vendor + ", model=" + model + "]";
    }
  }

  private final Map<String, Vendor> vendors;
  private final Optional<String> usual;
  private final Chosen offline;

  /**
   * @param vendors by name, all of {@link #NAMES}
   * @param usual   of them
   * @param offline who answers when there is nobody else
   */
  Vendors(Map<String, Vendor> vendors, Optional<String> usual, Chosen offline) {
    this.vendors = Map.copyOf(vendors);
    this.usual = usual;
    this.offline = offline;
  }

  /**
   * @param asked the model that a question names
   * @param keys  of the user, by vendor
   * @throws Failure UNAVAILABLE if its vendor cannot be asked
   */
  Chosen forText(Optional<String> asked, Map<String, String> keys) {
    return chosen(asked, keys, _ -> true, vendor -> vendor.config().model());
  }

  /** As above, for embeddings. @throws Failure UNPROCESSABLE, too, if the vendor makes none */
  Chosen forEmbeddings(Optional<String> asked, Map<String, String> keys) {
    return chosen(asked, keys, vendor -> vendor.config().embeddingModel().isPresent(),
        vendor -> vendor.config().embeddingModel().orElseThrow(() -> new Failure(FailureCode.UNPROCESSABLE,
            vendor.name() + " makes no embeddings, needs a model of another vendor")));
  }

  /** The usual model of a vendor for what is asked. */
  private interface Usual {
    String of(Vendor vendor);
  }

  private Chosen chosen(Optional<String> asked, Map<String, String> keys, Predicate<Vendor> fits, Usual model) {
    Optional<String> named = asked.map(String::strip).filter(name -> !name.isEmpty());
    if (named.isEmpty()) {
      return usual(keys, fits).map(vendor -> chosen(vendor, model.of(vendor), keys)).orElse(offline);
    }
    String name = named.get();
    int slash = name.indexOf('/');
    String prefix = slash < 0 ? "" : name.substring(0, slash);
    if (prefix.equals(offline.vendor())) {
      return offline;
    }
    if (NAMES.contains(prefix)) {
      return prefixed(prefix, name, keys);
    }
    Optional<Vendor> known = FAMILIES.entrySet().stream().filter(family -> family.getValue().matcher(name).matches())
        .map(family -> vendors.get(family.getKey())).filter(vendor -> vendor.isThereFor(keys)).findFirst();
    return known.or(() -> usual(keys, fits))
        .map(vendor -> vendor.isOwn() && OldModels.has(name) ? chosen(vendor, model.of(vendor), keys)
            : chosen(vendor, name, isKnownElsewhere(name) ? Optional.of(model.of(vendor)) : Optional.empty(), keys))
        .orElse(offline);
  }

  private Chosen prefixed(String prefix, String name, Map<String, String> keys) {
    Vendor vendor = vendors.get(prefix);
    if (vendor.isThereFor(keys)) {
      return chosen(vendor, name.substring(prefix.length() + 1), keys);
    }
    // Servers that lead on to many vendors name their models so, too.
    Vendor compatible = vendors.get(OPENAI);
    if (compatible.isThereFor(keys) && !compatible.isOwn()) {
      return chosen(compatible, name, keys);
    }
    throw new Failure(FailureCode.UNAVAILABLE, "the model '" + name + "' is of a vendor that is not set up; configure "
        + "completion." + prefix + ".api-key, or keep a key of your own at /api/secrets/" + prefix);
  }

  private Optional<Vendor> usual(Map<String, String> keys, Predicate<Vendor> fits) {
    Predicate<Vendor> canBeAsked = vendor -> vendor.isThereFor(keys) && fits.test(vendor);
    return usual.map(vendors::get).filter(canBeAsked)
        .or(() -> NAMES.stream().map(vendors::get).filter(canBeAsked).findFirst());
  }

  /** Spells of others name models that this server need not have. */
  private static boolean isKnownElsewhere(String name) {
    return OldModels.has(name) || FAMILIES.values().stream().anyMatch(family -> family.matcher(name).matches());
  }

  private static Chosen chosen(Vendor vendor, String model, Map<String, String> keys) {
    return chosen(vendor, model, Optional.empty(), keys);
  }

  private static Chosen chosen(Vendor vendor, String model, Optional<String> otherwise, Map<String, String> keys) {
    return new Chosen(vendor.name(), vendor.provider(), model, otherwise.filter(other -> !other.equals(model)),
        vendor.keyFor(keys));
  }
}
