/** Nodes that ask services of the web, through the host's guarded client. */
package io.spellmesh.nodes.web;
