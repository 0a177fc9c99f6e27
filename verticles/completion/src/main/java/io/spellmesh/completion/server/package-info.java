/**
 * What servers of language models have in common, whatever they speak: a key, retries, refusals, answers that come
 * piece by piece. What each of them speaks is in a package of its own.
 */
package io.spellmesh.completion.server;
