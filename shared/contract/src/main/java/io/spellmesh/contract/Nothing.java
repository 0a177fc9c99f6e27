package io.spellmesh.contract;

/** The empty question and the empty answer. */
public record Nothing() {
  public static final Nothing NOTHING = new Nothing();
}
