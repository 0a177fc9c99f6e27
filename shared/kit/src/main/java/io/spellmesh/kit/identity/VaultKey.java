package io.spellmesh.kit.identity;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.kit.config.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which secrets of users are kept: AES-256-GCM, one for all processes of a mesh. What is sealed is
 * bound to what it is about, so that nobody who writes to the database can pass one person's for another's.
 */
public final class VaultKey {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String CIPHER = "AES/GCM/NoPadding";

  private final Path file;
  private final SecretKeySpec secret;
  private final SecureRandom random = new SecureRandom();

  private VaultKey(Path file, String text) {
    this.file = file;
    this.secret = new SecretKeySpec(bytes(file, text), "AES");
  }

  /**
   * Reads the operator's key, or the one under the data folder, which is made if there is none.
   *
   * @param configured {@code auth.vault-key}
   * @param dataDir    holds {@code keys/vault.key}
   * @throws ConfigurationException if the file cannot be read or holds no key of 32 bytes in base64
   */
  public static VaultKey load(Optional<Path> configured, Path dataDir) {
    Path file = configured.orElseGet(() -> dataDir.resolve("keys").resolve("vault.key")).toAbsolutePath();
    try {
      return new VaultKey(file,
          configured.isPresent() ? KeyFile.read(file) : KeyFile.readOrCreate(file, VaultKey::generated));
    } catch (IOException e) {
      throw new ConfigurationException("auth.vault-key: " + file + " cannot be read (" + e + ")");
    }
  }

  private static String generated() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key) + "\n";
  }

  private static byte[] bytes(Path file, String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException noBase64) {
      // Said below, as for a key of another length.
    }
    throw new ConfigurationException("auth.vault-key: " + file + " holds no key, must be 32 bytes in base64");
  }

  /** Where it was read from. */
  public Path file() {
    return file;
  }

  /** @param about what it is, and whose; has to be the same to open it */
  public byte[] seal(String plain, String about) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(plain.getBytes(StandardCharsets.UTF_8));
      byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + CIPHER, e);
    }
  }

  /** @throws Failure UNPROCESSABLE if it was sealed with another key, or is about something else */
  public String open(byte[] whole, String about) {
    try {
      byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
      return new String(cipher(Cipher.DECRYPT_MODE, nonce, about).doFinal(whole, NONCE_BYTES,
          whole.length - NONCE_BYTES), StandardCharsets.UTF_8);
    } catch (AEADBadTagException notOurs) {
      throw new Failure(FailureCode.UNPROCESSABLE,
          "a secret cannot be read, because the vault has another key than it was kept with; keep it anew");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + CIPHER, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
