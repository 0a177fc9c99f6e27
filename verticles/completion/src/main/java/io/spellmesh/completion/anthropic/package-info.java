/**
 * Anthropic's models, in the format of its
 * <a href="https://docs.anthropic.com/en/api/messages">Messages API</a>, version 2023-06-01, streamed.
 */
package io.spellmesh.completion.anthropic;
