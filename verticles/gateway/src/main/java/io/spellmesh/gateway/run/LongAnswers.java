package io.spellmesh.gateway.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Answers that may take long, so that a process that stops can bring them to their end: whoever waits is
 * told how things stand and asks elsewhere. Used on one event loop.
 */
public final class LongAnswers {
  private final Set<Runnable> cuts = new LinkedHashSet<>();
  private boolean closing;

  /** @param cut ends the answer at once; safe to call when it has ended */
  public void begin(Runnable cut) {
    if (closing) {
      cut.run();
    } else {
      cuts.add(cut);
    }
  }

  void end(Runnable cut) {
    cuts.remove(cut);
  }

  /** Brings all of them to their end, and those that begin from now on. */
  public void cut() {
    closing = true;
    List.copyOf(cuts).forEach(Runnable::run);
  }
}
