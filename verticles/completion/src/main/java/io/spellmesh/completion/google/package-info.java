/**
 * Google's Gemini, in the format of its
 * <a href="https://ai.google.dev/api/generate-content">generateContent API</a>, streamed.
 */
package io.spellmesh.completion.google;
