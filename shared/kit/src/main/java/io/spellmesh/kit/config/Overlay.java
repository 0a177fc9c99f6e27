package io.spellmesh.kit.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values that go over the defaults, once they are known to fit. */
record Overlay(KnownKeys known, List<String> mistakes) {

  Map<String, Setting> ofFile(Map<String, Setting> file) {
    Map<String, Setting> fitting = new LinkedHashMap<>();
    file.forEach((key, setting) -> known.kind(key).ifPresentOrElse(
        kind -> take(key, kind, setting, fitting),
        () -> refuseUnlessEmptySection(key, setting)));
    return fitting;
  }

  Map<String, Setting> ofEnvironment(Map<String, String> environment) {
    Map<String, Setting> fitting = new LinkedHashMap<>();
    new TreeMap<>(environment).forEach((name, text) -> {
      if (name.startsWith(KnownKeys.PREFIX)) {
        known.ofVariable(name).ifPresentOrElse(
            key -> take(key, text, "environment " + name, fitting),
            () -> mistakes.add(known.unknownVariable(name)));
      }
    });
    return fitting;
  }

  Map<String, Setting> ofProgram(Map<String, String> values) {
    Map<String, Setting> fitting = new LinkedHashMap<>();
    values.forEach((key, text) -> known.kind(key).ifPresentOrElse(
        _ -> take(key, text, "program", fitting),
        () -> mistakes.add(known.unknown(key, "program"))));
    return fitting;
  }

  private void take(String key, String text, String origin, Map<String, Setting> fitting) {
    known.kind(key).ifPresent(kind -> take(key, kind, new Setting(kind.read(text), origin), fitting));
  }

  private void take(String key, Kind kind, Setting setting, Map<String, Setting> fitting) {
    Setting taken = setting.value().isAbsent() && kind == Kind.LIST
        ? new Setting(new Setting.Items(List.of()), setting.origin())
        : setting;
    kind.refuse(taken.value()).ifPresentOrElse(
        wanted -> mistakes.add(taken.origin() + ": " + key + " is "
            + Masking.quoted(key, taken.value()) + ", " + wanted),
        () -> fitting.put(key, taken));
  }

  /** A section whose every line is commented out is no mistake. */
  private void refuseUnlessEmptySection(String key, Setting setting) {
    if (!(setting.value().isAbsent() && known.isSection(key))) {
      mistakes.add(known.unknown(key, setting.origin()));
    }
  }
}
