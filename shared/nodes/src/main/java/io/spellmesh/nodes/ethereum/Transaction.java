package io.spellmesh.nodes.ethereum;

import io.spellmesh.engine.node.Signature;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What changes the chain: signed by the host's account, and sent.
 *
 * @param to absent for one that makes a contract
 * @see <a href="https://eips.ethereum.org/EIPS/eip-1559">EIP-1559</a>
 * @see <a href="https://eips.ethereum.org/EIPS/eip-155">EIP-155, for chains without a base fee</a>
 */
record Transaction(BigInteger chain, BigInteger nonce, Fee fee, BigInteger gas, Optional<String> to, BigInteger value,
    byte[] data) {
  private static final byte WITH_BASE_FEE = 2;
  private static final int SIGNED_FOR_CHAIN = 35;

  /** What is paid for a unit of gas, in wei. */
  sealed interface Fee {
    record Price(BigInteger price) implements Fee {}

    /** @param tip for who makes the block; @param most with the base fee */
    record Based(BigInteger tip, BigInteger most) implements Fee {}
  }

  /** What is signed. */
  byte[] digest() {
    return Keccak.digest(switch (fee) {
      case Fee.Price _ -> Rlp.list(with(fields(),
          List.of(Rlp.of(chain), Rlp.of(BigInteger.ZERO), Rlp.of(BigInteger.ZERO))));
      case Fee.Based _ -> typed(Rlp.list(fields()));
    });
  }

  /** As it is sent. */
  byte[] signed(Signature signature) {
    List<byte[]> point = List.of(Rlp.of(signature.r()), Rlp.of(signature.s()));
    BigInteger parity = BigInteger.valueOf(signature.parity());
    return switch (fee) {
      case Fee.Price _ -> Rlp.list(with(fields(), with(List.of(Rlp.of(
          chain.shiftLeft(1).add(BigInteger.valueOf(SIGNED_FOR_CHAIN)).add(parity))), point)));
      case Fee.Based _ -> typed(Rlp.list(with(fields(), with(List.of(Rlp.of(parity)), point))));
    };
  }

  private List<byte[]> fields() {
    List<byte[]> target = List.of(Rlp.of(gas), Rlp.of(to.map(Transaction::bytes).orElse(new byte[0])), Rlp.of(value),
        Rlp.of(data));
    return switch (fee) {
      case Fee.Price(BigInteger price) -> with(List.of(Rlp.of(nonce), Rlp.of(price)), target);
      case Fee.Based(BigInteger tip, BigInteger most) -> with(
          with(List.of(Rlp.of(chain), Rlp.of(nonce), Rlp.of(tip), Rlp.of(most)), target),
          List.of(Rlp.list(List.of())));
    };
  }

  private static byte[] typed(byte[] list) {
    return Rlp.joined(List.of(new byte[] {WITH_BASE_FEE}, list));
  }

  private static List<byte[]> with(List<byte[]> first, List<byte[]> more) {
    List<byte[]> all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex, 2, hex.length());
  }
}
