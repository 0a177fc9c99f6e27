/** What agents do for a person: the tasks that they work on. */
package io.spellmesh.contract.agent;
