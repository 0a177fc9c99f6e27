package io.spellmesh.kit.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The effective configuration: the packed mesh.yaml, over it the operator's, over both the environment.
 * The packed file is the list of all keys and their defaults; a key's default says what kind it takes.
 */
public final class Settings {
  private static final String FILE = "mesh.yaml";
  private static final String BY_DEFAULT = "default";

  private final KnownKeys known;
  private final Map<String, Setting> settings;

  private Settings(KnownKeys known, Map<String, Setting> settings) {
    this.known = known;
    this.settings = settings;
  }

  /**
   * @param confDir     folder whose mesh.yaml, if there is one, goes over the defaults key by key
   * @param environment variables that begin with {@code SPELLMESH_} go over both
   * @param defaults    text of the packed mesh.yaml
   * @throws ConfigurationException with every mistake in file and environment
   */
  public static Settings load(Optional<Path> confDir, Map<String, String> environment, String defaults) {
    Map<String, Setting> effective = new LinkedHashMap<>();
    YamlText.read(FILE, defaults)
        .forEach((key, setting) -> effective.put(key, new Setting(setting.value(), BY_DEFAULT)));
    KnownKeys known = new KnownKeys(effective);
    List<String> mistakes = new ArrayList<>();
    Overlay overlay = new Overlay(known, mistakes);
    confDir.map(dir -> dir.resolve(FILE)).filter(Files::exists)
        .ifPresent(file -> effective.putAll(overlay.ofFile(YamlText.read(file.toString(), textOf(file)))));
    effective.putAll(overlay.ofEnvironment(environment));
    if (!mistakes.isEmpty()) {
      throw new ConfigurationException(mistakes);
    }
    return new Settings(known, effective);
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ConfigurationException(file + " cannot be read (" + e + ")");
    }
  }

  /**
   * These settings with some of the program's own over them, such as what a process takes over from the
   * one it joins.
   *
   * @param values by dotted key; lists with commas
   * @throws ConfigurationException if a key or value is wrong
   */
  public Settings with(Map<String, String> values) {
    List<String> mistakes = new ArrayList<>();
    Map<String, Setting> effective = new LinkedHashMap<>(settings);
    effective.putAll(new Overlay(known, mistakes).ofProgram(values));
    if (!mistakes.isEmpty()) {
      throw new ConfigurationException(mistakes);
    }
    return new Settings(known, effective);
  }

  /**
   * Reads the section at a path into a config record, as {@code section("http", HttpConfig.class)}. The
   * key {@code pool-size} goes to the component {@code poolSize}; a component that may be absent is an
   * Optional; sections inside go to records. A record need not take every key of its section.
   *
   * @throws ConfigurationException with every value that the record does not take
   * @throws IllegalStateException  if the record asks for a key that mesh.yaml does not have
   */
  public <T> T section(String path, Class<T> type) {
    return Binding.of(type, path, settings);
  }

  /** Every key with its effective value and where it came from, one a line, secrets masked. */
  public List<String> masked() {
    return new TreeMap<>(settings).entrySet().stream()
        .map(entry -> entry.getKey() + ": " + Masking.show(entry.getKey(), entry.getValue().value())
            + (entry.getValue().origin().equals(BY_DEFAULT) ? "" : "  (" + entry.getValue().origin() + ")"))
        .toList();
  }
}
