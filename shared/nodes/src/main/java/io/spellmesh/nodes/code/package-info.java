/** Nodes whose body is written by the people who draw spells. */
package io.spellmesh.nodes.code;
