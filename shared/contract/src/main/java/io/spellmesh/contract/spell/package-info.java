/** Spells: what may be asked of the room that keeps them. */
package io.spellmesh.contract.spell;
