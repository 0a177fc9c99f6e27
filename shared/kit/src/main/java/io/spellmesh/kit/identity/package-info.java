/** Who is asking: access tokens, how they are signed and how strictly they are checked. */
package io.spellmesh.kit.identity;
