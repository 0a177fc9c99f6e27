/** Node types as an editor sees them. */
package io.spellmesh.contract.node;
