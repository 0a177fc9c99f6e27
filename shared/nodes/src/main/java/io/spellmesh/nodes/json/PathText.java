package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Values;
import java.util.List;
import java.util.Optional;

/** The characters of a path, and how far they are read. */
final class PathText {
  private static final char END = 0;

  private final String text;
  private int at;

  PathText(String text) {
    this.text = text;
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  /** What comes after white space, which is passed over if it is a bracket. */
  char peekPastSpace() {
    int ahead = at;
    while (ahead < text.length() && isSpace(text.charAt(ahead))) {
      ahead++;
    }
    return ahead < text.length() ? text.charAt(ahead) : END;
  }

  boolean startsWith(String next) {
    return text.startsWith(next, at);
  }

  boolean take(char next) {
    if (peek() != next || isAtEnd()) {
      return false;
    }
    at++;
    return true;
  }

  boolean take(String next) {
    if (!startsWith(next)) {
      return false;
    }
    at += next.length();
    return true;
  }

  boolean takePastSpace(String next) {
    skipSpace();
    return take(next);
  }

  void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  void expect(char next) {
    if (!take(next)) {
      throw wrong("'" + next + "'");
    }
  }

  /** A name without quotes. */
  String name() {
    int from = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_'
        || text.charAt(at) >= 0x80)) {
      at++;
    }
    if (from == at || Character.isDigit(text.charAt(from))) {
      at = from;
      throw wrong("a name");
    }
    return text.substring(from, at);
  }

  /** @throws NodeFailure if the quotes do not close */
  String quoted() {
    char quote = text.charAt(at++);
    StringBuilder read = new StringBuilder();
    while (!isAtEnd() && peek() != quote) {
      char c = text.charAt(at++);
      read.append(c == '\\' ? escaped() : c);
    }
    expect(quote);
    return read.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '\'', '"', '\\', '/' -> c;
      case 'u' -> unicode();
      default -> {
        at--;
        throw wrong("one of b, f, n, r, t, u, a quote or \\ after a \\");
      }
    };
  }

  private char unicode() {
    try {
      char c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
      at += 4;
      return c;
    } catch (NumberFormatException | StringIndexOutOfBoundsException noCode) {
      throw wrong("four hexadecimal digits after \\u");
    }
  }

  Optional<Long> wholeNumber() {
    String digits = run("-0123456789");
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException noNumber) {
      throw wrong("a whole number instead of " + digits);
    }
  }

  /** A text, number, true, false or null. */
  JsonNode literal() {
    if (peek() == '\'' || peek() == '"') {
      return TextNode.valueOf(quoted());
    }
    for (JsonNode word : List.of(BooleanNode.TRUE, BooleanNode.FALSE, NullNode.getInstance())) {
      if (take(word.asText())) {
        return word;
      }
    }
    String number = run("+-.0123456789eE");
    if (number.isEmpty()) {
      throw wrong("a value, $ or @");
    }
    return Values.number(Values.number(TextNode.valueOf(number)));
  }

  private String run(String of) {
    int from = at;
    while (at < text.length() && of.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(from, at);
  }

  NodeFailure wrong(String right) {
    return new NodeFailure("'" + text + "' is no path: at character " + (at + 1) + " there must be " + right);
  }
}
