package io.spellmesh.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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
    if (e instanceof StreamConstraintsException) {
      return Failure.badRequest("the JSON is too deep or a part of it too long: at most " + Wire.DEEPEST
          + " levels");
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return Failure.badRequest("unknown field '" + path(unknown) + "', must be one of "
          + names(unknown.getKnownPropertyIds()));
    }
    if (e instanceof InvalidTypeIdException unknown) {
      return Failure.badRequest("'" + path(unknown) + "' is of unknown kind '" + quote(unknown.getTypeId()) + "'");
    }
    if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
      return refused.getCause() instanceof Failure failure ? failure
          : Failure.badRequest(at(refused) + refused.getCause().getMessage());
    }
    if (e instanceof InvalidFormatException wrong) {
      return Failure.badRequest("'" + path(wrong) + "' is '" + quote(wrong.getValue()) + "', must be a "
          + wanted(wrong));
    }
    if (e instanceof MismatchedInputException wrong) {
      return Failure.badRequest(path(wrong).isEmpty()
          ? "the body is not a JSON " + wanted(wrong)
          : "'" + path(wrong) + "' must be a " + wanted(wrong));
    }
    if (e instanceof JsonMappingException wrong) {
      return Failure.badRequest("'" + path(wrong) + "' cannot be read");
    }
    return Failure.badRequest("not JSON: " + firstLine(e.getOriginalMessage())
        + (e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr() + ", column "
            + e.getLocation().getColumnNr()));
  }

  private static String at(JsonMappingException e) {
    return path(e).isEmpty() ? "" : "'" + path(e) + "': ";
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static String wanted(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == null) {
      return "value of another type";
    }
    if (type == String.class) {
      return "string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "whole number";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "number";
    }
    if (type == java.util.UUID.class) {
      return "UUID";
    }
    if (type.isEnum()) {
      return "one of " + java.util.Arrays.toString(type.getEnumConstants());
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "list";
    }
    return "object";
  }

  private static String names(Collection<Object> known) {
    return known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }

  private static String quote(Object value) {
    String text = String.valueOf(value);
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("");
    int brackets = line.indexOf(" (");
    return brackets < 0 ? line : line.substring(0, brackets);
  }
}
