/**
 * The one PostgreSQL of a mesh: the operator's by {@code database.url}, else a server of our own under
 * the data folder, which outlives the process that started it and is shared by all that open the folder.
 *
 * <p>{@link io.spellmesh.kit.database.Database} is the door: a pool for the verticles, migrations for the
 * rooms. How the server is unpacked, made, started, watched and stopped stays behind it; no SQL of any
 * room lives here.
 *
 * <p>The system property {@code spellmesh.postgres.binaries} names a folder in which the unpacked server
 * is kept instead of the data folder; tests use it to unpack once.
 */
package io.spellmesh.kit.database;
