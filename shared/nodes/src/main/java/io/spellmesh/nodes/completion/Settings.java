package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a node wants its model to choose words. The files of three years write the same settings under two names,
 * as numbers or as text; the object at the socket {@code settings} goes over them.
 */
final class Settings {
  static final Input<JsonNode> OVER = Input.any("settings").of(SocketType.OBJECT)
      .help("An object whose fields win over the settings on the card, such as {\"temperature\": 0}.");
  static final Control.Text MODEL = new Control.Text("modelName", "Model", "")
      .help("The name by which the provider knows the model. Empty for the one that the operator has chosen.");
  static final Control.Number TOP_P = new Control.Number("top_p", "Choose from the likeliest (top p)", 1, 0, 1)
      .help("The share of likely words that the model chooses from; 1 for all of them.");
  static final Control.Number FREQUENCY =
      new Control.Number("frequency_penalty", "Against repeating often", 0, -2, 2)
          .help("Makes a word the less likely the more often it has come; below 0, the more likely.");
  static final Control.Number PRESENCE =
      new Control.Number("presence_penalty", "Against repeating at all", 0, -2, 2)
          .help("Makes words that have come less likely, however often; below 0, more likely.");

  private final ObjectNode saved;

  private Settings(ObjectNode saved) {
    this.saved = saved;
  }

  static Control.Number temperature(double usual) {
    return new Control.Number("temperature", "Temperature", usual, 0, 2)
        .help("0 for the likeliest words, the same each time as far as the model can; higher for more variety.");
  }

  static Control.Number most(int usual) {
    return new Control.Number("max_tokens", "Most tokens", usual, 1, 1_000_000)
        .help("Where the answer is broken off. A token is about three quarters of a word.");
  }

  static Control.Text stop(String usual) {
    return new Control.Text("stop", "Stop before (with commas between)", usual)
        .help("Texts that end the answer when the model is about to write one of them; \\n is the end of a line.");
  }

  static Settings of(NodeRun run) {
    ObjectNode saved = run.data().deepCopy();
    run.find(OVER).filter(JsonNode::isObject)
        .ifPresent(over -> over.properties().forEach(one -> saved.set(one.getKey(), one.getValue())));
    return new Settings(saved);
  }

  /**
   * @param temperature   keys under which it may be, the first that is there counts
   * @param usual         where the file says nothing
   * @throws NodeFailure if a value is no number or out of range
   */
  Sampling sampling(Control.Number temperature, Control.Number most, Control.Text stop, String... otherKeys) {
    try {
      return new Sampling(model(),
          Optional.of(number(temperature, Stream.concat(Arrays.stream(otherKeys), Stream.of("temperature")))),
          Optional.of((int) number(most, Stream.of("max_tokens", "maxTokens"))),
          unusual(TOP_P, Stream.of("top_p", "topP")),
          unusual(FREQUENCY, Stream.of("frequency_penalty", "frequencyPenalty")),
          unusual(PRESENCE, Stream.of("presence_penalty", "presencePenalty")),
          Optional.of(stops(find("stop").orElse(stop.byDefault()))));
    } catch (IllegalArgumentException outOfRange) {
      throw new NodeFailure(outOfRange.getMessage());
    }
  }

  /** The name on the card, or the one that was typed in beside the list. */
  Optional<String> model() {
    return Stream.of("customModel", "model", "modelName").map(this::find).flatMap(Optional::stream).findFirst();
  }

  /** What is as every model has it anyway is not said: some refuse to be told. */
  private Optional<Double> unusual(Control.Number control, Stream<String> keys) {
    return Optional.of(number(control, keys)).filter(value -> value != control.byDefault());
  }

  private double number(Control.Number control, Stream<String> keys) {
    Optional<JsonNode> found = keys.map(saved::path).filter(value -> !isBlank(value)).findFirst();
    try {
      return found.map(Values::number).orElse(control.byDefault());
    } catch (NodeFailure noNumber) {
      throw new NodeFailure(control.key() + " " + noNumber.getMessage());
    }
  }

  private Optional<String> find(String key) {
    return Optional.of(saved.path(key)).filter(value -> !isBlank(value)).map(Values::text);
  }

  private static boolean isBlank(JsonNode value) {
    // A line's end is a good place to stop.
    return value.isMissingNode() || value.isNull() || value.isTextual() && value.textValue().isEmpty();
  }

  /** {@code "###, \n"}: commas between, a line's end written as in a program or as it is. */
  static List<String> stops(String written) {
    return Arrays.stream(written.split(","))
        .map(stop -> stop.replaceAll("^ +| +$", "").replace("\\n", "\n").replace("\\t", "\t"))
        .filter(stop -> !stop.isEmpty()).distinct().toList();
  }
}
