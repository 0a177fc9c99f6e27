package io.spellmesh.gateway.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The spell files packed into the program at {@code conf/spells}.
 *
 * @param files by id: the file's name without its endings
 */
record Templates(Map<String, JsonNode> files) {
  private static final String BESIDE = "/conf/mesh.yaml";
  private static final String ENDING = ".spell.json";

  /** Reads them all; none where the program was packed without. Too slow for an event loop. */
  static Templates packed() {
    URL beside = Templates.class.getResource(BESIDE);
    if (beside == null) {
      return new Templates(Map.of());
    }
    try {
      URI place = beside.toURI();
      if (!place.getScheme().equals("jar")) {
        return in(Path.of(place).resolveSibling("spells"));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
        return in(jar.getPath(BESIDE).resolveSibling("spells"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Templates in(Path folder) throws IOException {
    Map<String, JsonNode> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.filter(path -> path.toString().endsWith(ENDING)).toList()) {
        String name = file.getFileName().toString();
        files.put(name.substring(0, name.length() - ENDING.length()), Wire.read(Files.readAllBytes(file), JsonNode.class));
      }
    }
    return new Templates(files);
  }

  TemplatePage page() {
    return new TemplatePage(files.entrySet().stream()
        .map(file -> new TemplatePage.Template(file.getKey(), file.getValue().path("name").asText(file.getKey()),
            text(file.getValue(), "about"), text(file.getValue(), "group")))
        .toList());
  }

  private static Optional<String> text(JsonNode file, String field) {
    return Optional.ofNullable(file.get(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }
}
