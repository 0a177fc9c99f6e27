package io.spellmesh.runner.journal;

import java.util.UUID;

/**
 * A run among all there are. Clients make run ids, so an id is its user's own: that another user has the same
 * one must make no difference that could be noticed.
 */
public record RunKey(UUID user, UUID run) {}
