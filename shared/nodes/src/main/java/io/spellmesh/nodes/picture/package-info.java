/** What people put into the picture of a spell and no run ever touches. */
package io.spellmesh.nodes.picture;
