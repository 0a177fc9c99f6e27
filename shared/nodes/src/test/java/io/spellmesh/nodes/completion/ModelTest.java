package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the run is told of answers, by nodes of every way to ask. */
class ModelTest {
  private static final List<RunEvent.Usage> COUNTED =
      List.of(new RunEvent.Usage("m", 1_000, 500, Optional.of(0.5)));

  static Stream<NodeType> askingOnce() {
    return Stream.of(new GenerateText(), new TextCompletion(), new Generator(), new Classifier(), new CallAgent(),
        new CreateTextEmbedding());
  }

  private static Trial trial(NodeType type, Answering model) {
    return Trial.of(type).in(model).given("input", "'Hi'").given("string", "'Hi'").given("labels", "'only'");
  }

  @ParameterizedTest
  @MethodSource("askingOnce")
  void saysWhatAnAnswerTook(NodeType type) {
    Trial trial = trial(type, Answering.placing(_ -> List.of(0.5)).counting());
    trial.run();

    assertEquals(COUNTED, trial.used());
  }

  @ParameterizedTest
  @MethodSource("askingOnce")
  void saysNothingWhereNobodyCounted(NodeType type) {
    Trial trial = trial(type, Answering.placing(_ -> List.of(0.5)));
    trial.run();

    assertEquals(List.of(), trial.used());
  }

  @Test
  void saysNothingOfTheOfflineResponder() {
    Trial trial = Trial.of(new GenerateText()).in(Answering.offline("Why?")).given("input", "'Hi'");
    trial.run();

    assertEquals(List.of(), trial.used());
  }
}
