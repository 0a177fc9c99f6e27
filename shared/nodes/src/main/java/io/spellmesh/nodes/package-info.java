/**
 * The built-in node types: one package per group of the palette, one final class per type.
 *
 * <p>A class reads like the card it is: sockets, controls, specification, body. Bodies reach the world only
 * through the run they are given; what decides who runs next is the engine's.
 */
package io.spellmesh.nodes;
