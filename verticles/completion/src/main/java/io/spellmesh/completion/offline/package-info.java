/** What answers when no provider is configured: a responder after ELIZA (1966), and hashed word counts. */
package io.spellmesh.completion.offline;
