/**
 * Running a plan: triggers are pushed, data is pulled, every node runs at most once in a scope.
 *
 * <p>A run lives on one strand: whatever changes it happens there, one task at a time. Bodies that wait
 * run apart from it and post their outcome back. The host supplies strand, forks and time; the run tells
 * its listener what happens, in numbered events.
 */
package io.spellmesh.engine.run;
