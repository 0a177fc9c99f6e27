/** Keys that users keep with vendors of models: sealed in the database, and opened for their own questions alone. */
package io.spellmesh.completion.secret;
