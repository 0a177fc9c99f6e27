/**
 * Answers that are told while they are being made: a completion's tokens, speech.
 *
 * <p>Who asks names the ask and where its process hears parts. The service sends numbered parts and a beat
 * every few seconds, and then answers the question with the whole, as any operation is answered. How long that
 * takes is nobody's concern, as long as it is not silent.
 */
package io.spellmesh.contract.stream;
