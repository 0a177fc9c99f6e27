/**
 * The table of routes, and what a route is: method, path, what it asks, what it takes and answers.
 *
 * <p>A route is the projection of an operation wherever it can be; the few that do more hand over to
 * {@code run}. The OpenAPI document is made from the same table.
 */
package io.spellmesh.gateway.rest;
