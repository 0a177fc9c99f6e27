package io.spellmesh.completion;

import java.util.Map;
import java.util.Optional;

/**
 * Somebody whose models can be asked.
 *
 * @param isOwn    whether its server is the vendor's own, which knows the vendor's models and no others
 * @param provider speaks to it
 */
record Vendor(String name, VendorConfig config, boolean isOwn, CompletionProvider provider) {

  /** Whether it can be asked for a user with these keys, by vendor. */
  boolean isThereFor(Map<String, String> keys) {
    return config.isGiven() || keys.containsKey(name);
  }

  /** The user's key goes before the operator's. */
  Optional<String> keyFor(Map<String, String> keys) {
    return Optional.ofNullable(keys.get(name)).or(config::apiKey);
  }
}
