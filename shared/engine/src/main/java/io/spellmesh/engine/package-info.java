/**
 * The engine: from a saved graph to a plan, and from a plan to a run.
 *
 * <p>{@code spell} reads and writes files, {@code node} is what a node type is, {@code plan} compiles and
 * checks, {@code run} runs. Nothing here knows of the bus, of HTTP, of clocks or of threads but through
 * the host it is given.
 */
package io.spellmesh.engine;
