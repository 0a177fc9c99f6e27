/**
 * The description of REST, made of the table of routes and the records they take and answer. There is
 * nothing to keep in step by hand.
 */
package io.spellmesh.gateway.openapi;
