package io.spellmesh.engine.plan;

/** Where a value comes from. @param node index in the plan @param output key of the output */
public record Source(int node, String output) {}
