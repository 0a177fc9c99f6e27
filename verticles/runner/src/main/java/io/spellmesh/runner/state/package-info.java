/** What spells remember of people from run to run. */
package io.spellmesh.runner.state;
