/**
 * What a process counts of itself: {@link io.spellmesh.kit.metrics.Metrics} holds it, a room adds what only
 * it knows, the gateway tells it. Numbers only: no label says anything of a user, a spell or a run, because
 * whoever reads them need not be allowed to know, and because each value of a label is kept for ever.
 */
package io.spellmesh.kit.metrics;
