package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.completion.Completions;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassifierTest {
  @Test
  void givesTheNearestLabel() {
    Answering places = Answering.placing(text -> text.equals("happy") ? List.of(2.0, 0.0)
        : text.equals("sad") ? List.of(0.0, 1.0) : List.of(0.1, 0.4));

    assertEquals("{'output':'sad'}", Trial.of(new Classifier()).in(places).set("labels", " happy , sad,")
        .given("input", "'I miss the sea'").outputsOfRun());
    assertEquals(new Completions.Embed(List.of("happy", "sad", "I miss the sea"), Optional.empty()), places.only());
  }

  @Test
  void labelsAtTheSocketWinOverThoseOnTheCard() {
    assertEquals("{'output':'only'}", Trial.of(new Classifier()).in(Answering.placing(text -> List.of(0.0)))
        .set("labels", "other").given("labels", "'only'").given("input", "'a'").outputsOfRun());
  }

  @Test
  void saysWhatItNeedsWithoutLabels() {
    String said = Trial.of(new Classifier()).in(Answering.saying("")).given("input", "'a'").failure();

    assertTrue(said.contains("'labels'"), said);
  }
}
