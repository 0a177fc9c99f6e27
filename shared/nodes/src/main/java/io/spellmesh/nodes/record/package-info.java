/** Rows of database tables behind a PostgREST, such as those of Supabase. */
package io.spellmesh.nodes.record;
