/** Where a spell begins and ends: inputs, outputs, triggers, the playtest, and spells within spells. */
package io.spellmesh.nodes.io;
