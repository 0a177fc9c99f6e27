/** What was said and by whom: taking events apart and building them, of every age. */
package io.spellmesh.nodes.event;
