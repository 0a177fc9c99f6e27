/** Clocks, dates and waiting. Bodies know the time of their run, and no other. */
package io.spellmesh.nodes.time;
