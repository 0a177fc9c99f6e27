/** Servers that are measured from outside: started, watched through {@code /proc}, ended. Linux only. */
package io.spellmesh.bench.process;
