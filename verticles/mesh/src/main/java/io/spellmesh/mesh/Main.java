package io.spellmesh.mesh;

/**
 * Where the program begins. The only class compiled for Java 17: it must load on a Java that is too old for
 * the rest, and say so.
 */
public final class Main {
  private static final int NEEDED = 25;
  /** EX_CONFIG of sysexits.h: what is wrong is the surroundings, and starting again does not help. */
  private static final int EXIT_CONFIGURATION = 78;

  private Main() {}

  /** @param arguments see {@code --help} */
  public static void main(String[] arguments) {
    if (Runtime.version().feature() < NEEDED) {
      System.err.println("Spellmesh needs Java " + NEEDED + " or newer; this is Java " + Runtime.version()
          + " in " + System.getProperty("java.home"));
      System.exit(EXIT_CONFIGURATION);
    }
    Program.run(arguments);
  }
}
