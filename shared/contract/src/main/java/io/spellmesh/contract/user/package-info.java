/** Accounts, sessions and API keys: what may be asked of the room that keeps them. */
package io.spellmesh.contract.user;
