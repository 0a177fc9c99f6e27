package io.spellmesh.engine.run;

import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.node.NodeFailure;
import java.util.Optional;
import java.util.function.Consumer;

/** How one attempt of a body is heard while it runs, from whatever thread it runs on. */
final class Voice {
  private final Step step;
  private final Telling telling;
  private final Consumer<Runnable> onStrand;
  private final long most;
  private long streamed;
  private String half = "";

  /**
   * @param onStrand runs a task on the strand, if the attempt still counts
   * @param most     characters it may stream
   */
  Voice(Step step, Telling telling, Consumer<Runnable> onStrand, long most) {
    this.step = step;
    this.telling = telling;
    this.onStrand = onStrand;
    this.most = most;
  }

  void log(String level, String text) {
    onStrand.accept(() -> telling.nodeLog(step, level, text));
  }

  void used(RunEvent.Usage usage) {
    onStrand.accept(() -> step.used = Optional.of(step.used.map(before -> before.and(usage)).orElse(usage)));
  }

  void stream(String socket, String piece) {
    streamed += piece.length();
    if (streamed > most) {
      throw new NodeFailure("streamed more than " + most + " characters, which is the limit");
    }
    String text = half + piece;
    // Half a surrogate pair is no character yet: it waits for the other half.
    boolean isSplit = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
    int whole = text.length() - (isSplit ? 1 : 0);
    half = text.substring(whole);
    String clean = new Admission().clean(text.substring(0, whole));
    onStrand.accept(() -> telling.part(step, socket, clean));
  }
}
