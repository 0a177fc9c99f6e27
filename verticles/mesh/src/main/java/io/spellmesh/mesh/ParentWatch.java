package io.spellmesh.mesh;

/**
 * Ends this process with the one that started it. Only Maven's run asks for it: a Maven that is killed
 * leaves its child behind otherwise.
 */
final class ParentWatch {
  static final String PROPERTY = "spellmesh.ends-with-parent";

  private ParentWatch() {}

  static void startIfAsked(Ending ending) {
    if (Boolean.getBoolean(PROPERTY)) {
      ProcessHandle.current().parent().ifPresent(parent -> parent.onExit()
          .thenRun(() -> Thread.ofPlatform().name("spellmesh-parent-ended").start(() -> ending.exit(0))));
    }
  }
}
