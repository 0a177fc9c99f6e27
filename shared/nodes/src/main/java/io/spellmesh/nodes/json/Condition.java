package io.spellmesh.nodes.json;

import java.util.List;

/** What holds of a value, or does not. */
sealed interface Condition {
  record Any(List<Condition> parts) implements Condition {}

  record Every(List<Condition> parts) implements Condition {}

  record Not(Condition part) implements Condition {}

  /** The path finds something. */
  record Exists(PathQuery path) implements Condition {}

  /** @param operator one of == != &lt; &lt;= &gt; &gt;= */
  record Compare(Operand left, String operator, Operand right) implements Condition {}

  /** A text matches an expression: all of it, or some part. */
  record Matches(Operand text, Operand expression, boolean whole) implements Condition {}
}
