package io.spellmesh.engine.plan;

/** Where a trigger goes. @param node index in the plan @param socket key of the input */
public record Target(int node, String socket) {}
