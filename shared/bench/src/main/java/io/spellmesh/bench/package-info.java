/**
 * How fast it is, and how much memory it takes: benchmarks that anyone can run, as ratios against
 * something in the same run.
 */
package io.spellmesh.bench;
