/** Making text from text. {@code Template} is the one place that knows the template language. */
package io.spellmesh.nodes.text;
