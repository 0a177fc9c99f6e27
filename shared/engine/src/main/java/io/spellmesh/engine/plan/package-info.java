/**
 * From a saved graph to a plan: names and sockets of every age resolved, edges typed and ordered, loops
 * measured, mistakes found, all of them at once.
 *
 * <p>A plan is immutable and shared by every run of its spell version.
 */
package io.spellmesh.engine.plan;
