/**
 * The live view of the started program, over real sockets: clients as others write them, connections that
 * break, readers that do not read, processes that stop.
 */
package io.spellmesh.mesh.live;
