/**
 * What Ethereum tells and takes: balances, transactions, contracts. Keys are the host's; a body sees the address that
 * it signs for and no more.
 */
package io.spellmesh.nodes.ethereum;
