/** Texts that a person keeps: set, edited, searched, and put to use. */
package io.spellmesh.nodes.document;
