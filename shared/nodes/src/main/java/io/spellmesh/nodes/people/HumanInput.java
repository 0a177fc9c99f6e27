package io.spellmesh.nodes.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Values;
import io.spellmesh.engine.node.Waiting;
import java.util.List;
import java.util.Optional;

/**
 * Asks a person, and waits for the answer, days if need be. The question is
 * {@code {"text":"…","choices":["…"]?,"mistake":"…"?}}; a mistake says why the answer before would not do.
 */
public final class HumanInput implements NodeType {
  private static final int LONGEST_SHOWN = 100;

  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<String> ASKED = Input.text("question")
      .help("What the person is asked. Wins over the card.");
  static final Output DONE = Output.trigger("trigger");
  static final Output ANSWER = Output.any("output")
      .help("What the person answered.");
  static final Control.Text QUESTION = new Control.Text("question", "Question", "").withLines()
      .help("What the person is asked; the run waits for the answer, for days if need be.");
  static final Control.Text CHOICES = new Control.Text("choices", "Choices, one a line", "").withLines()
      .help("If there are any, the answer is one of them, by a button for each.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("human-input", "Human Input").group("People")
        .help("Asks a person and waits for the answer; with choices, for one of these. A wired question wins over "
            + "the one on the card.")
        .in(TRIGGER, ASKED).out(DONE, ANSWER).control(QUESTION, CHOICES).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    List<String> choices = run.control(CHOICES).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    Optional<JsonNode> answer = run.answer();
    if (answer.isEmpty()) {
      return ask(run, choices, Optional.empty());
    }
    if (choices.isEmpty()) {
      return Result.of(ANSWER, answer.get());
    }
    String said = Values.text(answer.get()).strip();
    return choices.stream().filter(choice -> choice.equalsIgnoreCase(said)).findFirst()
        .map(choice -> Result.of(ANSWER, TextNode.valueOf(choice)))
        .orElseGet(() -> ask(run, choices, Optional.of("the answer is '" + shortened(said) + "', must be one of "
            + String.join(", ", choices))));
  }

  private static Result ask(NodeRun run, List<String> choices, Optional<String> mistake) {
    ObjectNode question = JsonNodeFactory.instance.objectNode()
        .put("text", run.find(ASKED).orElseGet(() -> run.control(QUESTION)));
    if (!choices.isEmpty()) {
      ArrayNode list = question.putArray("choices");
      choices.forEach(list::add);
    }
    mistake.ifPresent(text -> question.put("mistake", text));
    return Result.waiting(new Waiting.Person(question));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_SHOWN ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }
}
