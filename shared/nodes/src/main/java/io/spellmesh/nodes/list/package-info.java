/** Making lists, and taking them apart. */
package io.spellmesh.nodes.list;
