/**
 * Saved spells: the files they come in, and a typed view of the graph inside.
 *
 * <p>{@link io.spellmesh.engine.spell.SpellFileReader} takes a spell out of any wrapper that Thoth, Magick
 * or this program ever wrote and leaves its graph as it was saved. {@link
 * io.spellmesh.engine.spell.StoredGraph} is how the compiler sees such a graph. Neither knows node types:
 * old names, old socket keys and edges that lead nowhere are the plan's business.
 */
package io.spellmesh.engine.spell;
