package io.spellmesh.engine.plan;

/** An edge with today's keys. @param from index of the source @param to index of the target */
record Edge(int from, String output, int to, String input, boolean trigger) {}
