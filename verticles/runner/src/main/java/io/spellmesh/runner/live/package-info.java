/** Runs under way: a runner verticle each, its host, its numbered groups. */
package io.spellmesh.runner.live;
