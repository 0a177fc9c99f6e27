/**
 * Who is asking: access tokens, how they are signed and how strictly they are checked; and the keys of the mesh, which
 * are files.
 */
package io.spellmesh.kit.identity;
