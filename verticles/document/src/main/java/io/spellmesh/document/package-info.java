/**
 * The document room: keeps texts, cuts them into passages, has these placed by the completion room, and answers
 * {@link io.spellmesh.contract.document.Documents} and {@link io.spellmesh.contract.document.DocumentStores}.
 */
package io.spellmesh.document;
