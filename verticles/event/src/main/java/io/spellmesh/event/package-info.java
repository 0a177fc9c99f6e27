/** The event room: keeps what was said and done, and answers {@link io.spellmesh.contract.event.Events}. */
package io.spellmesh.event;
