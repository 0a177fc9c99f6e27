package io.spellmesh.engine.spell;

import io.spellmesh.contract.Mistake;
import java.util.ArrayList;
import java.util.List;

/** Collects mistakes; a graph that is nothing but mistakes must not make an answer as large as itself. */
final class Findings {
  private static final int MOST = 1000;

  private final List<Mistake> kept = new ArrayList<>();
  private int left;

  void add(String message) {
    add(Mistake.of(message));
  }

  void at(String node, String message) {
    add(Mistake.at(node, message));
  }

  void at(String node, String socket, String message) {
    add(Mistake.at(node, socket, message));
  }

  void add(Mistake mistake) {
    if (kept.size() < MOST) {
      kept.add(mistake);
    } else {
      left++;
    }
  }

  List<Mistake> list() {
    List<Mistake> all = new ArrayList<>(kept);
    if (left > 0) {
      all.add(Mistake.of("and " + left + " more like these"));
    }
    return List.copyOf(all);
  }
}
