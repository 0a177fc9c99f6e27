/**
 * The huggingface room: answers {@link io.spellmesh.contract.huggingface.HuggingFace} by the HTTP API of Hugging
 * Face's inference (https://huggingface.co/docs/inference-providers/providers/hf-inference).
 */
package io.spellmesh.huggingface;
