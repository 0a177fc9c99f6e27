package io.spellmesh.nodes.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.re2j.Matcher;
import io.spellmesh.engine.node.NodeFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  @Test
  void saysWhatIsWrongWithAnExpression() {
    assertEquals("'a(' is no regular expression: missing closing ) at 'a('", failure("a("));
    assertEquals("'(?=a)' is no regular expression: invalid or unsupported Perl syntax at '(?='",
        failure("(?=a)"));
    assertEquals("the expression has 1001 characters, may have 1000", failure("a".repeat(1001)));
  }

  /** Each of these keeps an engine that goes back busy for years. */
  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "^(a|a?)+$", "(.*a){12}$", "^(([a-z])+.)+[A-Z]([a-z])+$"})
  void isNotCaughtByWhatMakesOthersGoBack(String pattern) {
    assertFalse(Expression.of(pattern, false).over("a".repeat(30_000) + "!").find());
  }

  /** RE2 is linear for one match, but not for all matches together, nor for a large expression. */
  @Test
  void stopsWhatTakesTooManySteps() {
    Matcher all = Expression.of("a.*b|a", false).over("a".repeat(200_000));

    assertEquals("the expression takes too many steps for a text of 200000 characters",
        assertThrows(NodeFailure.class, () -> {
          while (all.find()) {
            // Goes on to the next.
          }
        }).getMessage());
    assertThrows(NodeFailure.class,
        () -> Expression.of("(x{1000}|y{1000}){1}".repeat(8), false).over("z".repeat(1_000_000)).find());
  }

  @Test
  void refusesWhatRepeatsTooMuch() {
    assertThrows(NodeFailure.class, () -> Expression.of("((a{100}){100}){100}", false));
    assertThrows(NodeFailure.class, () -> Expression.of("(x{1000}y{1000}z{1000})".repeat(40), false));
  }

  @Test
  void replacesByATextThatIsTakenLiterally() {
    assertEquals("$1-$1", Expression.of("b(.)", false).replaced("bx-by", "$1"));
    assertEquals("-a-b-", Expression.of("", false).replaced("ab", "-"));
  }

  private static String failure(String pattern) {
    return assertThrows(NodeFailure.class, () -> Expression.of(pattern, false)).getMessage();
  }
}
