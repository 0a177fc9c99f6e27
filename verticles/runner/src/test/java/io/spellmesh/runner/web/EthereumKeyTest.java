package io.spellmesh.runner.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.engine.node.Signature;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EthereumKeyTest {
  private static final String SECRET = "46".repeat(32);

  /** @see <a href="https://eips.ethereum.org/EIPS/eip-155">EIP-155, whose example this is</a> */
  @Test
  void signsAsTheExampleOfEip155() {
    EthereumKey key = EthereumKey.of(SECRET);

    Signature signature = key.sign(HexFormat.of().parseHex(
        "daf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53"));

    assertEquals("0x9d8a62f656a8d1615c1294fd71e9cfb3e4855a4f", key.address());
    assertEquals(new BigInteger("28ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276", 16),
        signature.r());
    assertEquals(new BigInteger("67cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83", 16),
        signature.s());
    assertEquals(0, signature.parity());
  }

  @Test
  void theLowerHalfOfEverySignatureTellsItsSigner() {
    EthereumKey key = EthereumKey.of("0x" + "01".repeat(32));
    byte[] digest = new byte[32];
    boolean hadOdd = false;
    for (int i = 0; i < 16; i++) {
      digest[31] = (byte) i;
      Signature signature = key.sign(digest);
      assertTrue(signature.s().bitLength() <= 255);
      hadOdd |= signature.parity() == 1;
    }
    assertTrue(hadOdd);
  }

  @Test
  void showsNothingOfAKey() {
    for (String wrong : List.of("", "46", "zz".repeat(32), "00".repeat(32), "ff".repeat(32))) {
      String said = assertThrows(IllegalArgumentException.class, () -> EthereumKey.of(wrong)).getMessage();
      assertEquals("connectors.ethereum.signing-key is no private key, must be 64 hexadecimal digits", said);
    }
    assertFalse(EthereumKey.of(SECRET).toString().contains("4646"));
  }
}
