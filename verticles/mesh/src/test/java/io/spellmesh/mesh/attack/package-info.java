/**
 * Attacks on the started program, over sockets, with a database: what only the whole shows. The classes
 * that need no settings of their own share one mesh; what it says is looked through for secrets and insides.
 * What one room shows by itself is attacked in that room's own tests.
 */
package io.spellmesh.mesh.attack;
