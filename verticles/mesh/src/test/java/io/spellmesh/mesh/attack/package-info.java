/**
 * Attacks on the started program, over sockets, with a database: what only the whole shows. Each class
 * starts one mesh; whatever it was sent or said is looked through for secrets and insides when it ends.
 * What one room shows by itself is attacked in that room's own tests.
 */
package io.spellmesh.mesh.attack;
