/** Models on Hugging Face's hub. */
package io.spellmesh.contract.huggingface;
