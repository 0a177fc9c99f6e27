/**
 * The way out to the web for what people ask for: one parser of addresses, one look-up of names, a check of where
 * that leads, a connection to exactly there; bounded in size and time.
 */
package io.spellmesh.kit.web;
