/**
 * The program: reads the configuration, joins the cluster, opens the database, deploys the roles and says
 * where it is; and ends in the opposite order.
 *
 * <p>{@link io.spellmesh.mesh.Main} is compiled for Java 17, so that an older Java hears what it lacks.
 * {@code Mesh} is the start in one screen. What a role does lives in the role's room, never here.
 */
package io.spellmesh.mesh;
