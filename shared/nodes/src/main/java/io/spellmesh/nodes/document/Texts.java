package io.spellmesh.nodes.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.document.Documents.Document;
import io.spellmesh.contract.document.Documents.Found;
import io.spellmesh.contract.document.Documents.NewDocument;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Documents as spells have them and as the document room keeps them. */
final class Texts {
  private Texts() {}

  /** Its fields under the names that nodes know; what is absent stays absent. */
  static ObjectNode asObject(Document document) {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("id", document.id().toString());
    document.store().ifPresent(store -> object.put("storeId", store.toString()));
    document.title().ifPresent(text -> object.put("title", text));
    document.description().ifPresent(text -> object.put("description", text));
    document.keywords().ifPresent(text -> object.put("keywords", text));
    document.content().ifPresent(text -> object.put("content", text));
    document.type().ifPresent(text -> object.put("type", text));
    return object.put("isIncluded", document.included()).put("date", document.date().toString());
  }

  /** Each passage as a document that says just that. */
  static ArrayNode asList(Found found) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    found.items().forEach(hit -> {
      ObjectNode document = asObject(hit.document()).put("content", hit.passage());
      hit.nearness().ifPresent(nearness -> document.put("nearness", nearness));
      list.add(document);
    });
    return list;
  }

  /** @param value a document as it was given, or its id; @throws NodeFailure if it is neither */
  static UUID id(JsonNode value) {
    String id = Values.text(value.isObject() ? value.path("id") : value).strip();
    return asId(id).orElseThrow(() -> new NodeFailure("got '" + (id.length() > 60 ? id.substring(0, 60) + "…" : id)
        + "', needs a document that was set, or its id"));
  }

  static Optional<UUID> asId(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** A text, or an object of one; its description is its content if it has no other. @param key of the step */
  static NewDocument asNew(JsonNode value, Optional<UUID> store, String key) {
    if (!value.isObject()) {
      return fitting(() -> new NewDocument(store, Optional.empty(), Optional.empty(), Optional.empty(),
          Values.text(value), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(key)));
    }
    Optional<String> content = text(value, "content");
    Optional<String> description = text(value, "description");
    return fitting(() -> new NewDocument(store, text(value, "title"), content.flatMap(_ -> description),
        text(value, "keywords"), content.or(() -> description).orElse(""), text(value, "type"),
        field(value, "isIncluded").or(() -> field(value, "is_included")).map(Texts::isSo),
        field(value, "date").map(Texts::date), field(value, "embedding").flatMap(Texts::embedding), Optional.of(key)));
  }

  static Optional<String> text(JsonNode value, String name) {
    return field(value, name).map(Values::text).filter(text -> !text.isBlank());
  }

  private static Optional<JsonNode> field(JsonNode value, String name) {
    return Optional.ofNullable(value.get(name)).filter(field -> !field.isNull());
  }

  /** Whether it says yes; the text {@code false} says no. */
  static boolean isSo(JsonNode value) {
    return Values.truthy(value) && !Values.text(value).strip().equalsIgnoreCase("false");
  }

  /** The numbers of an embedding; empty if there is none. @throws NodeFailure if it is no list of numbers */
  static Optional<List<Double>> embedding(JsonNode value) {
    if (value.isNull() || value.isEmpty() && !value.isValueNode() || Values.text(value).isBlank()) {
      return Optional.empty();
    }
    List<Double> numbers = new ArrayList<>();
    Values.list(value).forEach(number -> numbers.add(Values.number(number)));
    return Optional.of(numbers);
  }

  /** ISO 8601, a day, the form of feeds and mails (RFC 1123), or milliseconds since 1970. */
  static Instant date(JsonNode value) {
    String text = Values.text(value).strip();
    if (text.matches("-?[0-9]{1,15}")) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    List<Supplier<Instant>> forms = List.of(
        () -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from),
        () -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant(),
        () -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    for (Supplier<Instant> form : forms) {
      try {
        return form.get();
      } catch (DateTimeParseException other) {
        // The next form may be meant; if none is, it is said below.
      }
    }
    throw new NodeFailure("got the date '" + text + "', needs one such as 2026-11-22T10:00:00Z");
  }

  /** What the room would refuse is the spell's mistake. */
  static <T> T fitting(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException unfit) {
      throw new NodeFailure(unfit.getMessage());
    }
  }
}
