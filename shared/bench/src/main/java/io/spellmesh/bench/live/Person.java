package io.spellmesh.bench.live;

/** Somebody with a spell. */
record Person(String user, String token, String spell) {}
