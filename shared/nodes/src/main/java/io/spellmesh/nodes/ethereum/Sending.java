package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** The way of a transaction to the chain: priced, signed by the host, sent, and looked for until it is in a block. */
final class Sending {
  static final String CONNECTOR = "ethereum";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  /** A minute and a half; blocks are made every 12 s. */
  private static final int MOST_LOOKS = 45;
  private static final BigInteger TWO = BigInteger.TWO;

  private Sending() {}

  /**
   * @param to    absent for one that makes a contract
   * @param chain as the node names it; empty for the one that is there
   * @return what the chain says of it when it is in a block
   */
  static JsonNode send(NodeRun run, Optional<String> to, byte[] data, String chain) {
    String account = run.account(CONNECTOR);
    BigInteger id = chain(run, chain);
    ObjectNode draft = JsonNodeFactory.instance.objectNode().put("from", account).put("data", hex(data));
    to.ifPresent(address -> draft.put("to", address));
    BigInteger gas = Ethereum.number(Ethereum.call(run, "eth_estimateGas", draft));
    BigInteger nonce = Ethereum.number(Ethereum.call(run, "eth_getTransactionCount", TextNode.valueOf(account),
        TextNode.valueOf("pending")));
    Transaction transaction = new Transaction(id, nonce, fee(run), gas, to, BigInteger.ZERO, data);
    byte[] signed = transaction.signed(run.sign(CONNECTOR, transaction.digest()));
    JsonNode hash = Ethereum.call(run, "eth_sendRawTransaction", TextNode.valueOf(hex(signed)));
    run.log("info", "was sent as " + hash.asText());
    return receipt(run, hash);
  }

  private static BigInteger chain(NodeRun run, String wanted) {
    BigInteger id = Ethereum.number(Ethereum.call(run, "eth_chainId"));
    if (!wanted.isBlank() && !wanted.strip().equals(id.toString())) {
      throw new NodeFailure("is to be on chain " + wanted.strip() + ", but the node that is set up is of chain " + id);
    }
    return id;
  }

  private static Transaction.Fee fee(NodeRun run) {
    JsonNode block = Ethereum.call(run, "eth_getBlockByNumber", TextNode.valueOf("latest"), BooleanNode.FALSE);
    if (!block.hasNonNull("baseFeePerGas")) {
      return new Transaction.Fee.Price(Ethereum.number(Ethereum.call(run, "eth_gasPrice")));
    }
    BigInteger tip = Ethereum.number(Ethereum.call(run, "eth_maxPriorityFeePerGas"));
    return new Transaction.Fee.Based(tip, Ethereum.number(block.get("baseFeePerGas")).multiply(TWO).add(tip));
  }

  private static JsonNode receipt(NodeRun run, JsonNode hash) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      JsonNode receipt = Ethereum.call(run, "eth_getTransactionReceipt", hash);
      if (receipt.isObject()) {
        if (receipt.path("status").asText().equals("0x0")) {
          throw new NodeFailure(FailureCode.PROVIDER_FAILED, "was refused by the contract, in " + hash.asText());
        }
        return receipt;
      }
      run.pause(BETWEEN_LOOKS);
    }
    throw new NodeFailure(FailureCode.TIMED_OUT, "was sent as " + hash.asText() + ", and is in no block yet");
  }

  static String hex(byte[] bytes) {
    return "0x" + HexFormat.of().formatHex(bytes);
  }
}
