/**
 * The mesh over HTTP: REST, and how it is described.
 *
 * <p>Routes are a declared table ({@code rest}); from it the router is mounted and the OpenAPI document
 * made. What holds for every request, whoever it is for, stands at the door ({@code door}). Nothing here
 * decides anything about spells or runs: a route asks an operation and writes down what it answers.
 */
package io.spellmesh.gateway;
