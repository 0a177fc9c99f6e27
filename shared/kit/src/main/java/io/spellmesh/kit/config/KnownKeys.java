package io.spellmesh.kit.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The keys of the packed mesh.yaml: there are no others. */
final class KnownKeys {
  static final String PREFIX = "SPELLMESH_";

  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<String, String> byVariable = new LinkedHashMap<>();

  KnownKeys(Map<String, Setting> defaults) {
    defaults.forEach((key, setting) -> {
      kinds.put(key, Kind.of(setting));
      if (byVariable.put(variable(key), key) != null) {
        throw new IllegalStateException("mesh.yaml has two keys that are " + variable(key));
      }
    });
  }

  static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  Optional<Kind> kind(String key) {
    return Optional.ofNullable(kinds.get(key));
  }

  /** The key an environment variable stands for. */
  Optional<String> ofVariable(String name) {
    return Optional.ofNullable(byVariable.get(name));
  }

  boolean isSection(String path) {
    return kinds.keySet().stream().anyMatch(key -> key.startsWith(path + "."));
  }

  String unknown(String key, String origin) {
    return isSection(key)
        ? origin + ": " + key + " is a section, must hold keys"
        : origin + ": unknown key " + key + Spelling.didYouMean(key, kinds.keySet());
  }

  String unknownVariable(String name) {
    return "environment: unknown variable " + name + Spelling.didYouMean(name, byVariable.keySet());
  }
}
