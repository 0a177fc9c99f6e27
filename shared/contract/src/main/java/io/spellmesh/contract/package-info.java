/**
 * The wire: what crosses a process boundary, and nothing else.
 *
 * <p>Operations and their messages, who asks, how things fail, where things are addressed, and the
 * client with which any JVM on the bus asks. Compiled for Java 17 so that other programs can use it;
 * it imports nothing of the other rooms. A change here shows in the golden file of its tests.
 */
package io.spellmesh.contract;
