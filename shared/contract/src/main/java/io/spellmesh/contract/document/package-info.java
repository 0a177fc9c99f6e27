/** Texts that a person keeps to be found again: documents, and the stores they lie in. */
package io.spellmesh.contract.document;
