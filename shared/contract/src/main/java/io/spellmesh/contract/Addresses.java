package io.spellmesh.contract;

import java.util.UUID;

/** The only place where bus addresses are put together. */
public final class Addresses {
  private static final String PREFIX = "spellmesh.";

  private Addresses() {}

  /** Where the run messages of one spell go, for one user; every tab they have open on it listens. */
  public static String spellOf(UUID user, UUID spell) {
    return PREFIX + "user." + user + ".spell." + spell;
  }

  /** Low-rate news for one user. */
  public static String userOf(UUID user) {
    return PREFIX + "user." + user;
  }

  /** Where one process alone answers an operation: {@code spellmesh.node.<process>.<room>.<verb>}. */
  public static String onProcess(String process, String address) {
    return PREFIX + "node." + process + "." + address.substring(PREFIX.length());
  }

  /** Where a process alone hears that one of its sockets has ended; body {@code {"socket":"<id>"}}. */
  public static String socketEnded(String process) {
    return PREFIX + "node." + process + ".socket-ended";
  }

  /** Where every process hears of the node types that others offer. */
  public static String offers() {
    return PREFIX + "runner.offers";
  }

  /** Where a process hears the parts of answers that it asked for, as they are made. */
  public static String streamOf(String process) {
    return PREFIX + "node." + process + ".stream";
  }

  /** Whether it is an address of {@link #streamOf}: nothing else may be told what is meant for an asker. */
  public static boolean isStream(String address) {
    return address.length() <= 200 && address.matches("spellmesh\\.node\\.[a-z0-9-]+\\.stream");
  }

  /** Where revoked sessions are made known to every process, again and again. */
  public static String revocations() {
    return PREFIX + "user.revocations";
  }
}
