package io.spellmesh.bench;

final class TabsBench {
  private TabsBench() {}

  static void run(Options options) {
    throw new UnsupportedOperationException();
  }
}
