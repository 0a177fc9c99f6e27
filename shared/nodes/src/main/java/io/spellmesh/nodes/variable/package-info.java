/** Constants that a person sets on the card. */
package io.spellmesh.nodes.variable;
