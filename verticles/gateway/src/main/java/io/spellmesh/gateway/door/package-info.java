/**
 * What every request passes before a route sees it, and what every answer goes out with.
 *
 * <p>Connections and bodies and their limits, who asks, strict JSON, origins, headers, and how failures
 * look. Knows no route.
 */
package io.spellmesh.gateway.door;
