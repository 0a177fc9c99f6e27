/**
 * What the tests of plans and runs share: small node types, a way to draw graphs, random spells, and two
 * hosts. {@link io.spellmesh.engine.lab.SeededHost} decides by its seed what happens next, so that a seed
 * is a schedule; {@link io.spellmesh.engine.lab.ThreadHost} has real threads.
 */
package io.spellmesh.engine.lab;
