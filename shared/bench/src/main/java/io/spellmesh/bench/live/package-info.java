/**
 * A load program for the live view, as a program of its own against the started jar: sockets of as many
 * people, each with a spell open, each event of each run checked. What it finds is set against a yardstick
 * server in the same jar that sends the same bytes and does nothing else.
 */
package io.spellmesh.bench.live;
