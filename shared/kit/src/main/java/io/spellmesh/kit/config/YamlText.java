package io.spellmesh.kit.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** YAML as dotted keys, each with the line it stood on. */
final class YamlText {
  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String name;
  private final Map<String, Setting> settings = new LinkedHashMap<>();

  private YamlText(String name) {
    this.name = name;
  }

  /**
   * @param name what to call the text in messages
   * @throws ConfigurationException if it is no YAML, or anything but sections, texts and lists of texts
   */
  static Map<String, Setting> read(String name, String text) {
    YamlText yaml = new YamlText(name);
    try (JsonParser parser = YAML.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        yaml.section("", parser);
      } else if (first != null && first != JsonToken.VALUE_NULL) {
        throw yaml.refused(parser, "must be keys with values, as 'http:' and 'port: 8080' below it");
      }
      if (first != null && parser.nextToken() != null) {
        throw yaml.refused(parser, "a second document begins, there must be one");
      }
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
      throw new ConfigurationException(
          name + line + ": not YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return yaml.settings;
  }

  private void section(String path, JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT) {
        section(key, parser);
      } else if (value == JsonToken.START_ARRAY) {
        String origin = here(parser);
        settings.put(key, new Setting(items(key, parser), origin));
      } else {
        settings.put(key, new Setting(new Setting.Text(scalar(parser)), here(parser)));
      }
    }
  }

  private Setting.Items items(String key, JsonParser parser) throws IOException {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isScalarValue()) {
        throw refused(parser, key + " must be a list of texts");
      }
      items.add(scalar(parser));
    }
    return new Setting.Items(items);
  }

  private static String scalar(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText();
  }

  private ConfigurationException refused(JsonParser parser, String what) {
    return new ConfigurationException(here(parser) + ": " + what);
  }

  private String here(JsonParser parser) {
    return name + " line " + parser.currentTokenLocation().getLineNr();
  }
}
