package io.spellmesh.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Records to JSON and back. Fields that are unknown are passed over on the bus, so that a newer member
 * can talk to an older one; absent stays absent.
 */
public final class Wire {
  /** How deep JSON may be nested anywhere. */
  public static final int DEEPEST = 200;

  /** The largest single string, in characters; no body limit is above it. */
  private static final int LONGEST_STRING = 64 * 1024 * 1024;

  private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
          // Names of fields come from strangers, and the JVM's own table of texts slows down with each.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
      .addModule(new Jdk8Module())
      .addModule(new SimpleModule()
          .addSerializer(JsonObject.class, new VertxJson<>(JsonObject.class, JsonObject::getMap))
          .addSerializer(JsonArray.class, new VertxJson<>(JsonArray.class, JsonArray::getList))
          .setDeserializerModifier(FirstPage.whereNoneIsNamed()))
      .addModule(new JavaTimeModule().addSerializer(java.time.Instant.class, new InstantText()))
      .defaultPropertyInclusion(
          JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      // What may be absent is an Optional; a record never sees a null.
      .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      // A record is its components; what it says of itself (isFinal) does not travel.
      .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .withCoercionConfig(LogicalType.Textual, Wire::refuseScalars)
      .withCoercionConfig(LogicalType.OtherScalar, Wire::refuseEmptyText)
      .withCoercionConfig(LogicalType.DateTime, Wire::refuseEmptyText)
      .build();

  static {
    MAPPER.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    MAPPER.getFactory().setStreamReadConstraints(StreamReadConstraints.builder()
        .maxNestingDepth(DEEPEST).maxStringLength(LONGEST_STRING).build());
  }

  /** Leaves infinity bare, so that reading it back is refused. */
  private static final ObjectWriter BARE_NUMBERS =
      MAPPER.writer().without(JsonWriteFeature.WRITE_NAN_AS_STRINGS);

  private Wire() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** As UTF-8; characters beyond the first plane, and halves of them, are escaped. */
  public static byte[] bytes(Object record) {
    return bytes(MAPPER.writer(), record);
  }

  /** What {@link #bytes} writes, as a text. */
  public static String text(Object record) {
    return new String(bytes(record), StandardCharsets.UTF_8);
  }

  public static JsonObject body(Object record) {
    return new JsonObject(Buffer.buffer(bytes(record)));
  }

  /** The same for a body that nobody changes: within a process it is written once and read once. */
  public static JsonObject encoded(Object record) {
    return new EncodedJson(text(record));
  }

  /** @throws Failure BAD_REQUEST, if it is not JSON or not such a record; the message names the field */
  public static <T> T read(byte[] json, Class<T> type) {
    return read(json, MAPPER.constructType(type));
  }

  /** @throws Failure BAD_REQUEST, if it is not JSON or not such a record; the message names the field */
  public static <T> T read(byte[] json, JavaType type) {
    try {
      return read(MAPPER.createParser(json), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws Failure BAD_REQUEST, as above */
  public static <T> T read(String json, Class<T> type) {
    try {
      return read(MAPPER.createParser(json), MAPPER.constructType(type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws Failure BAD_REQUEST, as above */
  public static <T> T read(JsonObject body, Class<T> type) {
    if (body instanceof EncodedJson written) {
      return read(written.encode(), type);
    }
    // Written by our own rules, because the bus's would make a text of infinity.
    return read(bytes(BARE_NUMBERS, body.getMap()), type);
  }

  /** @throws Failure BAD_REQUEST, as above */
  public static <T> T read(JsonNode json, Class<T> type) {
    try {
      return Unreadable.refuseNull(MAPPER.treeToValue(json, type));
    } catch (JsonProcessingException e) {
      throw Unreadable.failure(e);
    }
  }

  private static byte[] bytes(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName() + " as JSON", e);
    }
  }

  private static <T> T read(JsonParser json, JavaType type) throws IOException {
    try (JsonParser finite = new FiniteParser(json)) {
      return Unreadable.refuseNull(MAPPER.readValue(finite, type));
    } catch (JsonProcessingException e) {
      throw Unreadable.failure(e);
    }
  }

  private static void refuseScalars(MutableCoercionConfig text) {
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  private static void refuseEmptyText(MutableCoercionConfig scalar) {
    scalar.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
  }
}
