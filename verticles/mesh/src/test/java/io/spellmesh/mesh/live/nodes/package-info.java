/** Node types of somebody else's jar, that the started program finds on its class path. */
package io.spellmesh.mesh.live.nodes;
