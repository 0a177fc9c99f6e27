/** Taking lists and objects apart and putting them together, and looking at values on the way. */
package io.spellmesh.nodes.data;
