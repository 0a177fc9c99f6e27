package io.spellmesh.nodes.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.spellmesh.engine.node.Signature;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionTest {
  private static final Signature EXAMPLE = new Signature(
      new BigInteger("28ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276", 16),
      new BigInteger("67cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83", 16), 0);

  /** @see <a href="https://eips.ethereum.org/EIPS/eip-155">EIP-155, whose example this is</a> */
  @Test
  void isWrittenAsTheExampleOfEip155() {
    Transaction transaction = new Transaction(BigInteger.ONE, BigInteger.valueOf(9),
        new Transaction.Fee.Price(BigInteger.valueOf(20_000_000_000L)), BigInteger.valueOf(21_000),
        Optional.of("0x" + "35".repeat(20)), BigInteger.TEN.pow(18), new byte[0]);

    assertEquals("daf5a779ae972f972197303d7b574746c7ef83eadac0f2791ad23db92e4c8e53", hex(transaction.digest()));
    assertEquals("f86c098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a764000080"
        + "25a028ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276"
        + "a067cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83", hex(transaction.signed(EXAMPLE)));
  }

  @Test
  void isWrittenWithABaseFeeAsEip1559Says() {
    Transaction transaction = new Transaction(BigInteger.ONE, BigInteger.ZERO,
        new Transaction.Fee.Based(BigInteger.ONE, BigInteger.TWO), BigInteger.valueOf(3), Optional.empty(),
        BigInteger.ZERO, new byte[] {(byte) 0x80});

    String unsigned = "02" + "ca" + "01" + "80" + "01" + "02" + "03" + "80" + "80" + "8180" + "c0";
    assertEquals(hex(Keccak.digest(HexFormat.of().parseHex(unsigned))), hex(transaction.digest()));
    assertEquals("02" + "cd" + "0180010203" + "8080" + "8180" + "c0" + "01" + "04" + "05",
        hex(transaction.signed(new Signature(BigInteger.valueOf(4), BigInteger.valueOf(5), 1))));
  }

  @ParameterizedTest
  @CsvSource({"'',80", "00,00", "7f,7f", "80,8180", "646f67,83646f67"})
  void prefixesTextsWithTheirLength(String text, String expected) {
    assertEquals(expected, hex(Rlp.of(HexFormat.of().parseHex(text))));
  }

  @Test
  void prefixesLongTextsAndListsWithTheLengthOfTheirLength() {
    assertEquals("b838" + "61".repeat(56), hex(Rlp.of("a".repeat(56).getBytes(StandardCharsets.UTF_8))));
    assertEquals("b90400", hex(Rlp.of(new byte[1024])).substring(0, 6));
    assertEquals("c88363617483646f67", hex(Rlp.list(List.of(Rlp.of("cat".getBytes(StandardCharsets.UTF_8)),
        Rlp.of("dog".getBytes(StandardCharsets.UTF_8))))));
    assertEquals("f83c" + "83646f67".repeat(15), hex(Rlp.list(
        Collections.nCopies(15, Rlp.of("dog".getBytes(StandardCharsets.UTF_8))))));
  }

  @Test
  void digestsAsEthereumDoes() {
    assertEquals("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470", hex(Keccak.digest(new byte[0])));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
