package io.spellmesh.engine.node;

import java.math.BigInteger;

/**
 * An ECDSA signature on secp256k1.
 *
 * @param s       in the lower half of the group's order
 * @param parity  0 or 1: of the y of the point whose x is {@code r}, by which the signer is recovered
 */
public record Signature(BigInteger r, BigInteger s, int parity) {}
