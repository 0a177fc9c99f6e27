/** Nodes for what a spell remembers of a person from run to run. */
package io.spellmesh.nodes.state;
