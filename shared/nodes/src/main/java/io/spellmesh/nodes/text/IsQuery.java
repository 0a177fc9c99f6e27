package io.spellmesh.nodes.text;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sends the trigger one of two ways, by whether a text asks for something. */
public final class IsQuery implements NodeType {
  private static final int LONGEST_LOOK = 10_000;
  private static final Set<String> QUESTION_WORDS = Set.of("who", "whom", "whose", "what", "which", "when",
      "where", "why", "how", "is", "are", "was", "were", "am", "do", "does", "did", "can", "could", "will",
      "would", "shall", "should", "may", "might", "has", "have", "had", "who's", "what's", "where's", "how's",
      "isn't", "aren't", "don't", "doesn't", "didn't", "can't", "won't");
  private static final List<String> REQUESTS = List.of("search ", "find ", "look up ", "look for ", "tell me ",
      "show me ", "explain ", "define ", "describe ", "give me ", "list ", "i want to know ",
      "i would like to know ", "do you know ", "let me know ");

  static final Input<String> TEXT = Input.text("input");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output YES = Output.trigger("true");
  static final Output NO = Output.trigger("false");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("is-query", "Is Query").group("Text")
        .help("Fires 'true' if an English text asks: it has a question mark at an end, or begins with a "
            + "question word or a request.")
        .in(TEXT, TRIGGER).out(YES, NO).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.fire(run.find(TEXT).map(IsQuery::asks).orElse(false) ? YES : NO);
  }

  private static boolean asks(String text) {
    String whole = text.strip();
    String beginning = whole.substring(0, Math.min(whole.length(), LONGEST_LOOK)).toLowerCase(Locale.ROOT);
    String polite = beginning.startsWith("please ") ? beginning.substring("please ".length()) : beginning;
    String firstWord = polite.split("[\\s,]", 2)[0].replace('’', '\'');
    return whole.endsWith("?") || beginning.contains("? ") || QUESTION_WORDS.contains(firstWord)
        || REQUESTS.stream().anyMatch(polite::startsWith);
  }
}
