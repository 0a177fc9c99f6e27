package io.spellmesh.gateway.door;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Bodies of requests to records. As the wire reads them, but a field that is unknown is refused: on the
 * bus it comes from a newer member, over REST it is a mistake, or somebody who tries {@code owner}.
 */
public final class StrictJson {
  private static final ObjectReader READER = Wire.mapper().reader()
      .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final int LONGEST_QUOTE = 60;
  /**
   * Brackets, names and values of one body. A megabyte of empty objects or of short names takes more than
   * fifty of heap until it has crossed the bus; 20,000 nodes of 50 of these each are a very large spell.
   */
  private static final int MOST_TOKENS = 1_000_000;

  private StrictJson() {}

  /** @throws Failure BAD_REQUEST, if it is not JSON or not such a record; the message names the field */
  public static <T> T read(byte[] json, Class<T> type) {
    try (JsonParser parser = new BoundedParser(READER.createParser(json))) {
      T value = READER.forType(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValue(parser);
      if (value != null) {
        return value;
      }
      throw Failure.badRequest("the body is null, must be an object");
    } catch (UnrecognizedPropertyException unknown) {
      throw Failure.badRequest("unknown field '" + shorten(unknown.getPropertyName()) + "', must be one of "
          + names(unknown.getKnownPropertyIds()));
    } catch (JsonProcessingException unreadable) {
      if (unreadable.getCause() instanceof Failure tooMuch) {
        throw tooMuch;
      }
      // The wire has the words for everything else, and it refuses whatever is refused here.
      Wire.read(json, type);
      throw new IllegalStateException("strictly unreadable, but readable on the bus", unreadable);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String names(Collection<Object> known) {
    return known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  /**
   * Refuses bodies of too many parts, and 1e999, which Java reads as infinity and could not be written as
   * JSON again.
   */
  private static final class BoundedParser extends JsonParserDelegate {
    private int tokens;

    BoundedParser(JsonParser parser) {
      super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
      if (++tokens > MOST_TOKENS) {
        throw Failure.badRequest("the body has more than " + MOST_TOKENS
            + " names, values and brackets, the most that is taken");
      }
      return super.nextToken();
    }

    @Override
    public double getDoubleValue() throws IOException {
      double value = super.getDoubleValue();
      if (Double.isInfinite(value) || Double.isNaN(value)) {
        throw new JsonParseException(this, "not finite");
      }
      return value;
    }
  }
}
