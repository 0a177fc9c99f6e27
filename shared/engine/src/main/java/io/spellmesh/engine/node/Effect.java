package io.spellmesh.engine.node;

/** Whether a body may be run again after a crash. */
public enum Effect {
  /** Computes only. */
  PURE,
  /** Costs something, changes nothing. */
  READ,
  /** Changes something, but once only under the step's key. */
  IDEMPOTENT,
  /** May do harm when repeated. */
  UNSAFE
}
