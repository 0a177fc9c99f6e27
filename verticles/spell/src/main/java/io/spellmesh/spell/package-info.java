/**
 * Projects of spells and their versions: kept, listed, published, imported and exported.
 *
 * <p>{@link io.spellmesh.spell.SpellVerticle} is the door. Decisions are in the handlers, SQL in the
 * {@code Pg…Store}s. What a graph means is not known here: old files are read and graphs are checked by
 * the runner, which is asked on the bus.
 */
package io.spellmesh.spell;
