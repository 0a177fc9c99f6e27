/** Finding things in JSON (RFC 9535) and checking it against a schema (JSON Schema 2020-12), within bounds. */
package io.spellmesh.nodes.json;
