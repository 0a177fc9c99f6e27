/**
 * Runs spells: the SpellManager of a process, and a runner verticle for each run it has under way.
 *
 * <p>{@code plan} turns saved spells into programs, {@code live} is a run under way, {@code journal} is
 * what is kept of it.
 */
package io.spellmesh.runner;
