package io.spellmesh.nodes.logic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends the trigger one of two ways, by how two values compare. */
public final class LogicalOperator implements NodeType {
  private static final String EQUAL = "equal";
  private static final String NOT_EQUAL = "not equal";
  private static final String GREATER = "greater than";
  private static final String LESS = "less than";
  private static final String INCLUDES = "includes";
  /** As the card of old had it. */
  private static final String LESS_GREATER = "less greater than";

  static final Input<JsonNode> FIRST = Input.any("input1").of(SocketType.STRING)
      .help("What stands before the test.");
  static final Input<JsonNode> SECOND = Input.any("input2").of(SocketType.STRING)
      .help("What stands behind it.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output YES = Output.trigger("true");
  static final Output NO = Output.trigger("false");
  static final Output ERROR = Output.text("error")
      .help("Always empty, for spells of old.");
  static final Control.Choice HOW = new Control.Choice("operationType", "Test", INCLUDES,
      List.of(EQUAL, NOT_EQUAL, GREATER, LESS, INCLUDES));

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("logical-operator", "Logical Operator").group("Logic")
        .help("Fires 'true' if the first value equals the second, is greater or less than it, or includes it, "
            + "as chosen. Two texts compare as texts, anything else as numbers if it can.")
        .in(FIRST, SECOND, TRIGGER).out(YES, NO, ERROR).control(HOW).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode first = run.find(FIRST).orElse(NullNode.getInstance());
    JsonNode second = run.find(SECOND).orElse(NullNode.getInstance());
    return Result.fire(holds(test(run.data().path(HOW.key()).asText("")), first, second) ? YES : NO);
  }

  private static String test(String saved) {
    String test = saved.strip().toLowerCase(Locale.ROOT);
    if (test.isEmpty()) {
      return INCLUDES;
    }
    if (test.equals(LESS_GREATER)) {
      return LESS;
    }
    if (!HOW.choices().contains(test)) {
      throw new NodeFailure(HOW.label() + " is '" + saved + "', must be one of "
          + String.join(", ", HOW.choices()));
    }
    return test;
  }

  private static boolean holds(String test, JsonNode first, JsonNode second) {
    return switch (test) {
      case EQUAL -> compare(first, second).filter(order -> order == 0).isPresent();
      case NOT_EQUAL -> compare(first, second).filter(order -> order == 0).isEmpty();
      case GREATER -> compare(first, second).filter(order -> order > 0).isPresent();
      case LESS -> compare(first, second).filter(order -> order < 0).isPresent();
      case INCLUDES -> includes(first, second);
      default -> throw new IllegalStateException("there is no test '" + test + "'");
    };
  }

  /** Empty if neither comes before the other nor are they the same, such as a number and a word. */
  private static Optional<Integer> compare(JsonNode first, JsonNode second) {
    if (first.isTextual() && second.isTextual()) {
      return Optional.of(first.textValue().compareTo(second.textValue()));
    }
    if (first.isContainerNode() || second.isContainerNode() || first.isNull() || second.isNull()) {
      return first.equals(second) ? Optional.of(0) : Optional.empty();
    }
    Optional<Double> left = number(first);
    Optional<Double> right = number(second);
    return left.flatMap(one -> right.map(other -> Double.compare(one, other)));
  }

  private static Optional<Double> number(JsonNode value) {
    if (value.isBoolean()) {
      return Optional.of(value.booleanValue() ? 1.0 : 0.0);
    }
    try {
      return Optional.of(Values.number(value));
    } catch (NodeFailure notOne) {
      return Optional.empty();
    }
  }

  private static boolean includes(JsonNode whole, JsonNode part) {
    if (whole instanceof ArrayNode list) {
      for (JsonNode element : list) {
        if (compare(element, part).filter(order -> order == 0).isPresent()) {
          return true;
        }
      }
      return false;
    }
    return Values.text(whole).contains(Values.text(part));
  }
}
