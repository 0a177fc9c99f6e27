package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Says which of several labels a text is nearest to. */
public final class Classifier implements NodeType {
  static final Input<String> INPUT = Input.text("input").needed()
      .help("The text that is to have a label.");
  static final Input<String> LABELS_IN = Input.text("labels")
      .help("The labels to choose from, with commas between. Wins over the card.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output")
      .help("The label whose meaning is nearest to that of the text.");
  static final Control.Text LABELS = new Control.Text("labels", "Labels (with commas between)", "")
      .help("What to choose from; words that say what they mean do best.");
  static final Control.Text MODEL = new Control.Text("model", "Embedding model", "")
      .help("The model that says what texts mean. Empty for the one that the operator has chosen.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("classifier", "Classifier").group("Models")
        .help("Gives the label whose embedding is nearest to that of the text. Labels at the socket win over "
            + "those on the card.")
        .in(INPUT, LABELS_IN, TRIGGER).out(DONE, OUTPUT).control(LABELS, MODEL)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    List<String> labels = Arrays.stream(run.find(LABELS_IN).filter(given -> !given.isBlank())
        .orElse(run.control(LABELS)).split(",")).map(String::strip).filter(label -> !label.isEmpty()).toList();
    if (labels.isEmpty()) {
      throw new NodeFailure("has no labels to choose from, needs a text such as 'happy, sad'").at(LABELS_IN);
    }
    List<String> texts = new ArrayList<>(labels);
    texts.add(run.need(INPUT));
    List<List<Double>> places = Model.embeddings(run, texts,
        Optional.of(run.control(MODEL)).filter(name -> !name.isBlank()));
    List<Double> place = places.getLast();
    int nearest = 0;
    for (int i = 1; i < labels.size(); i++) {
      nearest = cosine(places.get(i), place) > cosine(places.get(nearest), place) ? i : nearest;
    }
    return Result.of(OUTPUT, TextNode.valueOf(labels.get(nearest)));
  }

  /** 1 for the same direction, 0 where one has none. */
  private static double cosine(List<Double> a, List<Double> b) {
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      product += a.get(i) * b.get(i);
      squaresA += a.get(i) * a.get(i);
      squaresB += b.get(i) * b.get(i);
    }
    return squaresA == 0 || squaresB == 0 ? 0 : product / Math.sqrt(squaresA * squaresB);
  }
}
