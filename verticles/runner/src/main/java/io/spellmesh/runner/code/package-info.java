/**
 * Code of people's spells: JavaScript in a QuickJS that is compiled to WebAssembly and reaches nothing but one
 * question and its answer, on a bounded pool of platform threads.
 */
package io.spellmesh.runner.code;
