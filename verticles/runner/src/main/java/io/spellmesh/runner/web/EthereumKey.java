package io.spellmesh.runner.web;

import io.spellmesh.engine.node.Signature;
import java.math.BigInteger;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * A private key on secp256k1, which signs as RFC 6979 says, so that nothing hangs on chance.
 *
 * @see <a href="https://www.secg.org/sec1-v2.pdf">SEC 1, 4.1.6, on recovering the signer</a>
 */
final class EthereumKey {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
  private static final BigInteger HALF = CURVE.getN().shiftRight(1);

  private final BigInteger secret;
  private final ECPoint point;

  private EthereumKey(BigInteger secret) {
    this.secret = secret;
    point = new FixedPointCombMultiplier().multiply(CURVE.getG(), secret).normalize();
  }

  /** @throws IllegalArgumentException that does not show what was given */
  static EthereumKey of(String hex) {
    String digits = hex.strip().replaceFirst("^0x", "");
    BigInteger secret = digits.matches("[0-9a-fA-F]{64}") ? new BigInteger(digits, 16) : BigInteger.ZERO;
    if (secret.signum() == 0 || secret.compareTo(CURVE.getN()) >= 0) {
      throw new IllegalArgumentException(
          "connectors.ethereum.signing-key is no private key, must be 64 hexadecimal digits");
    }
    return new EthereumKey(secret);
  }

  /** The last 20 bytes of the digest of the public key. */
  String address() {
    byte[] coordinates = point.getEncoded(false);
    KeccakDigest keccak = new KeccakDigest(256);
    keccak.update(coordinates, 1, coordinates.length - 1);
    byte[] digest = new byte[keccak.getDigestSize()];
    keccak.doFinal(digest, 0);
    return "0x" + HexFormat.of().formatHex(digest, 12, digest.length);
  }

  Signature sign(byte[] digest) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(secret, DOMAIN));
    BigInteger[] made = signer.generateSignature(digest);
    BigInteger r = made[0];
    BigInteger s = made[1].compareTo(HALF) > 0 ? CURVE.getN().subtract(made[1]) : made[1];
    BigInteger e = new BigInteger(1, digest);
    for (int parity = 0; parity < 2; parity++) {
      if (signer(r, s, parity, e).equals(point)) {
        return new Signature(r, s, parity);
      }
    }
    // Then r was reduced by the order, which happens to one signature of 2^127; Ethereum knows no such.
    throw new IllegalStateException("a signature tells no signer");
  }

  private static ECPoint signer(BigInteger r, BigInteger s, int parity, BigInteger e) {
    byte[] x = r.toByteArray();
    byte[] compressed = new byte[33];
    compressed[0] = (byte) (2 + parity);
    int skip = Math.max(0, x.length - 32);
    System.arraycopy(x, skip, compressed, 33 - (x.length - skip), x.length - skip);
    ECPoint ephemeral = CURVE.getCurve().decodePoint(compressed);
    BigInteger inverse = r.modInverse(CURVE.getN());
    BigInteger first = CURVE.getN().subtract(e.mod(CURVE.getN())).multiply(inverse).mod(CURVE.getN());
    BigInteger second = s.multiply(inverse).mod(CURVE.getN());
    return ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), first, ephemeral, second).normalize();
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "EthereumKey[" + address() + "]";
  }
}
