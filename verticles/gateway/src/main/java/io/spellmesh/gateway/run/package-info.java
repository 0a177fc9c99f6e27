/**
 * The routes that are more than one question and one answer: a run that is waited for, and its events as
 * they happen.
 *
 * <p>Both answers may take long, and both go on when a process or the database is away for a while.
 */
package io.spellmesh.gateway.run;
