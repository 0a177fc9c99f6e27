package io.spellmesh.nodes.completion;

import io.spellmesh.contract.completion.Completions.Sampling;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.Output;
import java.util.List;
import java.util.Optional;

/** A question to a model behind examples of how such are answered, which a person may change on the card. */
final class FewShot {
  /** Examples are there to be followed, not to be varied. */
  private static final double TEMPERATURE = 0.2;

  private FewShot() {}

  static Control.Code examples(String text) {
    return new Control.Code("fewshot", "Examples", text, "plaintext");
  }

  /** The answer, without the space around it, and shown at an output while it comes. */
  static String answer(NodeRun run, Control.Code examples, String question, int most, String stop, Output shown) {
    return Model.text(run, run.control(examples) + question, sampling(run, most, stop), shown).strip();
  }

  /** The answer, without the space around it, where something else is made of it. */
  static String answer(NodeRun run, Control.Code examples, String question, int most, String stop) {
    return Model.text(run, run.control(examples) + question, sampling(run, most, stop)).strip();
  }

  static Sampling sampling(NodeRun run, int most, String stop) {
    return new Sampling(Settings.of(run).model(), Optional.of(TEMPERATURE), Optional.of(most), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.of(List.of(stop)));
  }
}
