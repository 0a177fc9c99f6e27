/**
 * The completion room: answers {@link io.spellmesh.contract.completion.Completions} by asking a provider. What a
 * vendor's wire looks like is known in the provider's own package alone.
 */
package io.spellmesh.completion;
