/**
 * Tools that models call: where they come from, and how they are called. Servers of the Model Context Protocol are
 * asked over its streamable HTTP transport; one that would have to be started as a process is none of ours.
 */
package io.spellmesh.nodes.tool;
