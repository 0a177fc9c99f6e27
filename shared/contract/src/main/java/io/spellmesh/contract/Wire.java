package io.spellmesh.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Records to JSON and back. Fields that are unknown are passed over on the bus, so that a newer member
 * can talk to an older one; absent stays absent.
 */
public final class Wire {
  /** How deep JSON may be nested anywhere. */
  public static final int DEEPEST = 200;

  /** The largest single string, in characters; no body limit is above it. */
  private static final int LONGEST_STRING = 64 * 1024 * 1024;

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .addModule(new Jdk8Module())
      .addModule(new JavaTimeModule().addSerializer(java.time.Instant.class, new InstantText()))
      .defaultPropertyInclusion(
          JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .build();

  static {
    MAPPER.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    MAPPER.getFactory().setStreamReadConstraints(StreamReadConstraints.builder()
        .maxNestingDepth(DEEPEST).maxStringLength(LONGEST_STRING).build());
  }

  private Wire() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  public static byte[] bytes(Object record) {
    try {
      return MAPPER.writeValueAsBytes(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + record.getClass().getSimpleName() + " as JSON", e);
    }
  }

  public static String text(Object record) {
    try {
      return MAPPER.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + record.getClass().getSimpleName() + " as JSON", e);
    }
  }

  public static JsonObject body(Object record) {
    return new JsonObject(Buffer.buffer(bytes(record)));
  }

  /** @throws Failure BAD_REQUEST, if it is not JSON or not such a record; the message names the field */
  public static <T> T read(byte[] json, Class<T> type) {
    return read(json, MAPPER.constructType(type));
  }

  /** @throws Failure BAD_REQUEST, if it is not JSON or not such a record; the message names the field */
  public static <T> T read(byte[] json, JavaType type) {
    try {
      return Unreadable.refuseNull(MAPPER.readValue(json, type));
    } catch (JsonProcessingException e) {
      throw Unreadable.failure(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws Failure BAD_REQUEST, as above */
  public static <T> T read(String json, Class<T> type) {
    try {
      return Unreadable.refuseNull(MAPPER.readValue(json, type));
    } catch (JsonProcessingException e) {
      throw Unreadable.failure(e);
    }
  }

  /** @throws Failure BAD_REQUEST, as above */
  public static <T> T read(JsonObject body, Class<T> type) {
    return read(body.toBuffer().getBytes(), type);
  }

  /** @throws Failure BAD_REQUEST, as above */
  public static <T> T read(JsonNode json, Class<T> type) {
    try {
      return Unreadable.refuseNull(MAPPER.treeToValue(json, type));
    } catch (JsonProcessingException e) {
      throw Unreadable.failure(e);
    }
  }
}
