package io.spellmesh.nodes.ethereum;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 as Ethereum has it, which is not SHA3-256. */
final class Keccak {
  private static final int BITS = 256;

  private Keccak() {}

  static byte[] digest(byte[] bytes) {
    KeccakDigest keccak = new KeccakDigest(BITS);
    keccak.update(bytes, 0, bytes.length);
    byte[] digest = new byte[keccak.getDigestSize()];
    keccak.doFinal(digest, 0);
    return digest;
  }
}
