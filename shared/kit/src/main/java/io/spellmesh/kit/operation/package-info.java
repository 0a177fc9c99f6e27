/** Serving operations: decoding, the caller's identity, failures and their log lines, in one place. */
package io.spellmesh.kit.operation;
