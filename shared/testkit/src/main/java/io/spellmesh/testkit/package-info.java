/**
 * What the tests of the rooms stand on: one member of a mesh with a database of its own, and the corpus of
 * real spells. Used in test scope only; nothing here knows of a room.
 */
package io.spellmesh.testkit;
