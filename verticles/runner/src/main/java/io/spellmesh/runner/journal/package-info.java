/**
 * What is kept of runs. Events are committed in groups before anyone sees them; a group is one row and
 * one message.
 */
package io.spellmesh.runner.journal;
