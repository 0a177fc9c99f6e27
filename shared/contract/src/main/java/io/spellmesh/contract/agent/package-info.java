/** What agents do for a person: the tasks that they work on, and where they are heard. */
package io.spellmesh.contract.agent;
