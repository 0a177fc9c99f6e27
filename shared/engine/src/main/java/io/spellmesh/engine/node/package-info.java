/** What a node type is: its sockets and controls as constants, its specification, its body. */
package io.spellmesh.engine.node;
