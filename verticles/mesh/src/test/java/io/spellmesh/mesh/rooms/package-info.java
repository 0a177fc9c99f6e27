/** The rules of the house: which room may import which, and what no room may do. */
package io.spellmesh.mesh.rooms;
