/** Runs: what may be asked of the runner, and the events it tells. */
package io.spellmesh.contract.run;
