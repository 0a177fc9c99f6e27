package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.google.re2j.Matcher;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.nodes.text.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One search: how a path goes through a value, counting its steps. */
final class PathWalk {
  private static final int MOST_STEPS = 1_000_000;

  private final JsonNode whole;
  private int steps;

  PathWalk(JsonNode whole) {
    this.whole = whole;
  }

  /** @param here where a relative path begins */
  List<JsonNode> all(PathQuery query, JsonNode here) {
    List<JsonNode> found = List.of(query.isRelative() ? here : whole);
    for (Segment segment : query.segments()) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode value : found) {
        take(segment, value, next);
      }
      found = next;
    }
    return found;
  }

  private void take(Segment segment, JsonNode value, List<JsonNode> taken) {
    for (Selector selector : segment.selectors()) {
      step();
      switch (selector) {
        case Selector.Name name -> Optional.ofNullable(value.get(name.name())).ifPresent(taken::add);
        case Selector.Index index -> at(value, index.index()).ifPresent(taken::add);
        case Selector.Slice slice -> slice(value, slice, taken);
        case Selector.All all -> value.forEach(child -> add(child, taken));
        case Selector.Filter filter -> value.forEach(child -> {
          step();
          if (holds(filter.condition(), child)) {
            taken.add(child);
          }
        });
      }
    }
    if (segment.isDescendant()) {
      value.forEach(child -> {
        step();
        take(segment, child, taken);
      });
    }
  }

  private void add(JsonNode child, List<JsonNode> taken) {
    step();
    taken.add(child);
  }

  private void step() {
    if (++steps > MOST_STEPS) {
      throw new NodeFailure("the path takes more than " + MOST_STEPS + " steps through the value");
    }
  }

  private static Optional<JsonNode> at(JsonNode list, long index) {
    long place = index < 0 ? list.size() + index : index;
    return list.isArray() && place >= 0 && place < list.size()
        ? Optional.of(list.get((int) place)) : Optional.empty();
  }

  private void slice(JsonNode list, Selector.Slice slice, List<JsonNode> taken) {
    long step = slice.step();
    if (!list.isArray() || step == 0) {
      return;
    }
    long size = list.size();
    long first = step > 0 ? 0 : size - 1;
    long last = step > 0 ? size : -1;
    long lowest = step > 0 ? 0 : -1;
    long from = Math.clamp(fromEnd(slice.start().orElse(first), size), lowest, lowest + size);
    long to = slice.end().map(end -> Math.clamp(fromEnd(end, size), lowest, lowest + size)).orElse(last);
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      add(list.get((int) i), taken);
    }
  }

  private static long fromEnd(long place, long size) {
    return place < 0 ? size + place : place;
  }

  private boolean holds(Condition condition, JsonNode here) {
    return switch (condition) {
      case Condition.Any any -> any.parts().stream().anyMatch(part -> holds(part, here));
      case Condition.Every every -> every.parts().stream().allMatch(part -> holds(part, here));
      case Condition.Not not -> !holds(not.part(), here);
      case Condition.Exists exists -> !all(exists.path(), here).isEmpty();
      case Condition.Compare compare -> compares(value(compare.left(), here), compare.operator(),
          value(compare.right(), here));
      case Condition.Matches matches -> matches(matches, here);
    };
  }

  private boolean matches(Condition.Matches matches, JsonNode here) {
    Optional<JsonNode> text = value(matches.text(), here).filter(JsonNode::isTextual);
    Optional<JsonNode> expression = value(matches.expression(), here).filter(JsonNode::isTextual);
    if (text.isEmpty() || expression.isEmpty()) {
      return false;
    }
    Matcher matcher = Expression.of(expression.get().textValue(), false).over(text.get().textValue());
    return matches.whole() ? matcher.matches() : matcher.find();
  }

  private Optional<JsonNode> value(Operand operand, JsonNode here) {
    return switch (operand) {
      case Operand.Literal literal -> Optional.of(literal.value());
      case Operand.Found found -> {
        List<JsonNode> all = all(found.path(), here);
        yield all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
      }
      case Operand.Count count -> Optional.of(LongNode.valueOf(all(count.path(), here).size()));
      case Operand.Length length -> value(length.of(), here)
          .filter(of -> of.isTextual() || of.isContainerNode())
          .map(of -> LongNode.valueOf(of.isTextual()
              ? of.textValue().codePointCount(0, of.textValue().length()) : of.size()));
    };
  }

  /** Nothing is equal to nothing; only numbers and only texts come before one another. */
  private static boolean compares(Optional<JsonNode> left, String operator, Optional<JsonNode> right) {
    return switch (operator) {
      case "==" -> isSame(left, right);
      case "!=" -> !isSame(left, right);
      case "<" -> isBefore(left, right);
      case "<=" -> isBefore(left, right) || isSame(left, right);
      case ">" -> isBefore(right, left);
      case ">=" -> isBefore(right, left) || isSame(left, right);
      default -> throw new IllegalStateException("there is no operator " + operator);
    };
  }

  private static boolean isSame(Optional<JsonNode> left, Optional<JsonNode> right) {
    return left.map(Canonical::text).equals(right.map(Canonical::text));
  }

  private static boolean isBefore(Optional<JsonNode> left, Optional<JsonNode> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    JsonNode one = left.get();
    JsonNode other = right.get();
    return one.isNumber() && other.isNumber() ? one.decimalValue().compareTo(other.decimalValue()) < 0
        : one.isTextual() && other.isTextual() && one.textValue().compareTo(other.textValue()) < 0;
  }
}
