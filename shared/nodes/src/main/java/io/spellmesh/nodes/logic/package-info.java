/** Gates and switches: which way a trigger goes, and what waits for what. */
package io.spellmesh.nodes.logic;
