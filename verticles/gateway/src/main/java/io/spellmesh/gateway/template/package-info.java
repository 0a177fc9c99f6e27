/** The example spells that come with the program, for people to begin with. */
package io.spellmesh.gateway.template;
