package io.spellmesh.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says in a person's words why some JSON could not be read; never a class name, never the parser's own. */
final class Unreadable {
  private static final int LONGEST_QUOTE = 60;

  private Unreadable() {}

  static <T> T refuseNull(T value) {
    if (value == null) {
      throw Failure.badRequest("the body is null, must be an object");
    }
    return value;
  }

  static Failure failure(JsonProcessingException e) {
    if (e instanceof JsonMappingException wrong) {
      return misfit(wrong);
    }
    return e instanceof StreamConstraintsException ? tooMuch() : syntax(e);
  }

  private static Failure tooMuch() {
    return Failure.badRequest("the JSON is too deep or a part of it too long: at most " + Wire.DEEPEST
        + " levels");
  }

  private static Failure syntax(JsonProcessingException e) {
    String where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr() + ", column "
        + e.getLocation().getColumnNr();
    if (e instanceof JsonEOFException) {
      return Failure.badRequest("not JSON: it ends too early" + where);
    }
    // The parser has no types of their own for these.
    if (e.getOriginalMessage().startsWith("Duplicate field")) {
      return Failure.badRequest("a field is there twice" + where);
    }
    return e.getOriginalMessage().startsWith("Non-standard token")
        ? FiniteParser.tooLarge("")
        : Failure.badRequest("not JSON" + where);
  }

  private static Failure misfit(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return Failure.badRequest("unknown field '" + path(unknown) + "', must be one of "
          + names(unknown.getKnownPropertyIds()));
    }
    if (e instanceof InvalidTypeIdException unknown) {
      return Failure.badRequest(at(unknown) + (unknown.getTypeId() == null
          ? "kind is missing"
          : "unknown kind '" + quote(unknown.getTypeId()) + "'"));
    }
    if (e instanceof InvalidFormatException wrong && wrong.getTargetType() != String.class) {
      return Failure.badRequest(what(wrong) + " is '" + quote(wrong.getValue()) + "', must be "
          + Wanted.of(wrong.getTargetType()));
    }
    if (e instanceof MismatchedInputException wrong) {
      return mismatch(wrong);
    }
    return caused(e);
  }

  private static Failure mismatch(MismatchedInputException e) {
    // The binder has no types of their own for these.
    if (e.getOriginalMessage().startsWith("Trailing token")) {
      return Failure.badRequest("not JSON: something follows after its end");
    }
    String missing = e.getOriginalMessage().startsWith("Null value for creator property")
        || e.getOriginalMessage().startsWith("Cannot map `null`") ? " is missing," : "";
    return Failure.badRequest(path(e).isEmpty()
        ? "the body is not " + Wanted.of(e.getTargetType())
        : what(e) + missing + " must be " + Wanted.of(e.getTargetType()));
  }

  /** A record's own refusal, or a fault of the text inside a field. */
  private static Failure caused(JsonMappingException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Failure refused) {
      return refused;
    }
    if (cause instanceof IllegalArgumentException refused && e instanceof ValueInstantiationException) {
      return Failure.badRequest(at(e) + refused.getMessage());
    }
    if (cause instanceof InputCoercionException beyond) {
      return Failure.badRequest(what(e) + " is too large, must be " + Wanted.of(beyond.getTargetType()));
    }
    if (cause instanceof JsonProcessingException inside) {
      return failure(inside);
    }
    return Failure.badRequest(what(e) + " cannot be read");
  }

  private static String at(JsonMappingException e) {
    return path(e).isEmpty() ? "" : "'" + path(e) + "': ";
  }

  private static String what(JsonMappingException e) {
    return path(e).isEmpty() ? "the body" : "'" + path(e) + "'";
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static String names(Collection<Object> known) {
    return known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }

  private static String quote(Object value) {
    String text = String.valueOf(value);
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }
}
