package io.spellmesh.kit.identity;

import io.spellmesh.kit.config.ConfigurationException;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.KeyAgreement;

/** Keys of the curve P-256 as files and tokens spell them. */
final class P256 {
  private static final int COORDINATE_BYTES = 32;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  /** A new private key as PKCS#8 PEM. */
  static String generatePem() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
          + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no P-256", e);
    }
  }

  /** @throws ConfigurationException if the text holds no private key of this curve */
  static ECPrivateKey secretOf(String pem, String file) {
    Matcher block = PEM.matcher(pem);
    if (block.find()) {
      try {
        PrivateKey key = KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1))));
        if (key instanceof ECPrivateKey secret && secret.getParams().getCurve().equals(CURVE.getCurve())) {
          return secret;
        }
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw refused(file);
      }
    }
    throw refused(file);
  }

  private static ConfigurationException refused(String file) {
    return new ConfigurationException("auth.signing-key: " + file + " must hold a P-256 private key in "
        + "PKCS#8 PEM, as 'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256' prints it");
  }

  /**
   * The public key that belongs to a private one, which a PKCS#8 file need not contain. Agreeing on a key
   * with the curve's generator as the other side gives the x of the public point; of the two points with
   * this x it is the one that a signature fits.
   */
  static ECPublicKey openOf(ECPrivateKey secret) {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(secret);
      agreement.doPhase(publicKey(CURVE.getGenerator()), true);
      BigInteger x = new BigInteger(1, agreement.generateSecret());
      BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
      BigInteger square =
          x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB()).mod(p);
      // p leaves 3 when divided by 4, so this power is a square root.
      BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
      ECPublicKey candidate = publicKey(new ECPoint(x, y));
      return fits(secret, candidate) ? candidate : publicKey(new ECPoint(x, p.subtract(y)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot derive a public key", e);
    }
  }

  private static boolean fits(ECPrivateKey secret, ECPublicKey open) throws GeneralSecurityException {
    byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
    Signature signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(secret);
    signer.update(probe);
    byte[] signature = signer.sign();
    signer.initVerify(open);
    signer.update(probe);
    return signer.verify(signature);
  }

  /** @see <a href="https://www.rfc-editor.org/rfc/rfc7638">RFC 7638</a> */
  static String thumbprint(ECPublicKey open) {
    try {
      // The order of the fields is part of the definition, and it is the one of jwk().
      byte[] json = jwk(open).encode().getBytes(StandardCharsets.US_ASCII);
      return Base64.getUrlEncoder().withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** The required fields of RFC 7517, in alphabetical order. */
  static JsonObject jwk(ECPublicKey open) {
    return new JsonObject().put("crv", "P-256").put("kty", "EC")
        .put("x", text(open.getW().getAffineX())).put("y", text(open.getW().getAffineY()));
  }

  /** Big-endian, always 32 bytes, base64url. */
  static String text(BigInteger number) {
    byte[] raw = number.toByteArray();
    byte[] padded = new byte[COORDINATE_BYTES];
    int length = Math.min(raw.length, COORDINATE_BYTES);
    System.arraycopy(raw, raw.length - length, padded, COORDINATE_BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
  }

  private static ECPublicKey publicKey(ECPoint point) throws GeneralSecurityException {
    return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
  }

  private static ECParameterSpec curve() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no P-256", e);
    }
  }
}
