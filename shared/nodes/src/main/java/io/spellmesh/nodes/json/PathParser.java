package io.spellmesh.nodes.json;

import io.spellmesh.engine.node.NodeFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a path as RFC 9535 has it, with the functions length, count, value, match and search.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9535">RFC 9535</a>
 */
final class PathParser {
  private static final int LONGEST = 1_000;
  private static final int DEEPEST = 20;

  private final PathText text;
  private int depth;

  PathParser(String written) {
    if (written.length() > LONGEST) {
      throw new NodeFailure("the path has " + written.length() + " characters, may have " + LONGEST);
    }
    text = new PathText(written);
  }

  PathQuery whole() {
    PathQuery query = query();
    if (!text.isAtEnd()) {
      throw text.wrong("a step such as .name, [0] or ..name");
    }
    return query;
  }

  private PathQuery query() {
    boolean isRelative = text.take('@');
    if (!isRelative && !text.take('$')) {
      throw text.wrong("$ or @");
    }
    List<Segment> segments = new ArrayList<>();
    while (true) {
      if (text.take("..")) {
        segments.add(new Segment(true, text.peek() == '[' ? bracketed() : List.of(dotted())));
      } else if (text.take('.')) {
        segments.add(new Segment(false, List.of(dotted())));
      } else if (text.peekPastSpace() == '[') {
        segments.add(new Segment(false, bracketed()));
      } else {
        return new PathQuery(isRelative, segments);
      }
    }
  }

  private Selector dotted() {
    return text.take('*') ? new Selector.All() : new Selector.Name(text.name());
  }

  private List<Selector> bracketed() {
    deeper();
    text.skipSpace();
    text.expect('[');
    List<Selector> selectors = new ArrayList<>();
    do {
      text.skipSpace();
      selectors.add(selector());
      text.skipSpace();
    } while (text.take(','));
    text.expect(']');
    depth--;
    return selectors;
  }

  private Selector selector() {
    char next = text.peek();
    if (next == '\'' || next == '"') {
      return new Selector.Name(text.quoted());
    }
    if (text.take('*')) {
      return new Selector.All();
    }
    if (text.take('?')) {
      return new Selector.Filter(any());
    }
    Optional<Long> start = text.wholeNumber();
    text.skipSpace();
    if (!text.take(':')) {
      return new Selector.Index(start.orElseThrow(() -> text.wrong("a name in quotes, a place, * or ?")));
    }
    text.skipSpace();
    Optional<Long> end = text.wholeNumber();
    text.skipSpace();
    Optional<Long> step = Optional.empty();
    if (text.take(':')) {
      text.skipSpace();
      step = text.wholeNumber();
    }
    return new Selector.Slice(start, end, step.orElse(1L));
  }

  private Condition any() {
    List<Condition> parts = new ArrayList<>(List.of(every()));
    while (text.takePastSpace("||")) {
      parts.add(every());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
  }

  private Condition every() {
    List<Condition> parts = new ArrayList<>(List.of(single()));
    while (text.takePastSpace("&&")) {
      parts.add(single());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Every(parts);
  }

  private Condition single() {
    text.skipSpace();
    if (text.peek() == '!' && !text.startsWith("!=")) {
      text.take('!');
      deeper();
      Condition not = new Condition.Not(single());
      depth--;
      return not;
    }
    if (text.take('(')) {
      deeper();
      Condition inner = any();
      text.skipSpace();
      text.expect(')');
      depth--;
      return inner;
    }
    if (text.startsWith("match(") || text.startsWith("search(")) {
      return matches();
    }
    Operand left = operand();
    text.skipSpace();
    for (String operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
      if (text.take(operator)) {
        text.skipSpace();
        return new Condition.Compare(left, operator, operand());
      }
    }
    if (left instanceof Operand.Found found) {
      return new Condition.Exists(found.path());
    }
    throw text.wrong("a comparison");
  }

  private Condition matches() {
    boolean whole = text.take("match(");
    if (!whole) {
      text.take("search(");
    }
    Operand of = argument();
    text.expect(',');
    Operand expression = argument();
    text.expect(')');
    return new Condition.Matches(of, expression, whole);
  }

  private Operand operand() {
    if (text.peek() == '$' || text.peek() == '@') {
      return new Operand.Found(query());
    }
    if (text.take("length(")) {
      Operand of = argument();
      text.expect(')');
      return new Operand.Length(of);
    }
    if (text.startsWith("count(") || text.startsWith("value(")) {
      boolean counts = text.take("count(");
      if (!counts) {
        text.take("value(");
      }
      text.skipSpace();
      PathQuery path = query();
      text.skipSpace();
      text.expect(')');
      return counts ? new Operand.Count(path) : new Operand.Found(path);
    }
    return new Operand.Literal(text.literal());
  }

  private Operand argument() {
    deeper();
    text.skipSpace();
    Operand argument = operand();
    text.skipSpace();
    depth--;
    return argument;
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new NodeFailure("the path is nested more than " + DEEPEST + " deep");
    }
  }
}
