/**
 * Nodes that ask language models: what they say is made by the completion room, and shown while it comes.
 *
 * <p>Without a configured provider a responder answers that is no language model; every node that asked it says
 * so in the run's log.
 */
package io.spellmesh.nodes.completion;
