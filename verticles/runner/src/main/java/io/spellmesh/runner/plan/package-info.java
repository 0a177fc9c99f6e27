/** From a saved spell to a program: compiled once per version, its sub-spells found and linked. */
package io.spellmesh.runner.plan;
