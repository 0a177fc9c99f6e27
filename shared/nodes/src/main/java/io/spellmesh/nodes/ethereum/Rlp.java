package io.spellmesh.nodes.ethereum;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Recursive length prefixes: byte strings, and lists of them.
 *
 * @see <a href="https://ethereum.org/developers/docs/data-structures-and-encoding/rlp/">the rules</a>
 */
final class Rlp {
  private static final int TEXT = 0x80;
  private static final int LIST = 0xc0;
  /** Up to here a length stands in its first byte. */
  private static final int SHORT = 55;

  private Rlp() {}

  static byte[] of(byte[] text) {
    return text.length == 1 && text[0] >= 0 ? text : joined(List.of(head(TEXT, text.length), text));
  }

  /** Without zeros at its beginning; 0 is nothing. */
  static byte[] of(BigInteger number) {
    return of(bytes(number));
  }

  /** @param items encoded already */
  static byte[] list(List<byte[]> items) {
    byte[] all = joined(items);
    return joined(List.of(head(LIST, all.length), all));
  }

  private static byte[] head(int kind, int length) {
    if (length <= SHORT) {
      return new byte[] {(byte) (kind + length)};
    }
    byte[] digits = bytes(BigInteger.valueOf(length));
    return joined(List.of(new byte[] {(byte) (kind + SHORT + digits.length)}, digits));
  }

  /** Big-endian, as short as can be. */
  static byte[] bytes(BigInteger number) {
    if (number.signum() == 0) {
      return new byte[0];
    }
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
