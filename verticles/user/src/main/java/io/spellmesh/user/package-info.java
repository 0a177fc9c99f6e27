/**
 * Accounts and who may act for them: passwords, sessions with rotating refresh tokens, API keys, the
 * one-use link code, and what of all that was revoked.
 *
 * <p>Its tables live in the schema {@code user}. Tokens are signed and checked in kit; what the web sees
 * of it is the gateway's.
 */
package io.spellmesh.user;
