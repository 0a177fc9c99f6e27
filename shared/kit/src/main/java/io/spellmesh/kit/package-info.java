/**
 * What every verticle needs: configuration, serving operations, who is asking, the database.
 *
 * <p>A room gets it all as one {@link io.spellmesh.kit.Member}. Nothing here knows of spells or nodes.
 */
package io.spellmesh.kit;
