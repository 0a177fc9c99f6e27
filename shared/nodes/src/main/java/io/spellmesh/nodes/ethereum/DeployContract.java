package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Puts a contract on the chain. */
public final class DeployContract implements NodeType {
  static final Input<JsonNode> BYTECODE = Input.any("bytecode").needed();
  static final Input<JsonNode> ABI = Input.any("abi");
  static final Input<JsonNode> ARGUMENTS = Input.any("arguments");
  static final Input<String> KEY = Input.text("privatekey").named("private key (of old)");
  static final Input<String> CHAIN = Input.text("chain_id");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output BEFORE = Output.of("balance_before", SocketType.NUMBER);
  static final Output AFTER = Output.of("balance", SocketType.NUMBER);
  static final Output TX = Output.text("tx");
  static final Output CONTRACT = Output.text("contract");
  static final Control.Text CHAIN_SET = new Control.Text("chain_id", "Chain", "");

  private static final int DECIMALS = 18;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("deploy-contract", "Deploy Contract").group("Ethereum")
        .help("Puts a contract on the chain, signed by the account that is set up here, and gives its address, the "
            + "transaction, and what the account had before and has now.")
        .alias("PluginEthContractDeploy")
        .in(BYTECODE, ABI, ARGUMENTS, KEY, Ethereum.RPC, CHAIN, TRIGGER).out(DONE, BEFORE, AFTER, TX, CONTRACT)
        .control(Ethereum.RPC_SET, CHAIN_SET).effect(Effect.UNSAFE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    if (run.find(KEY).filter(key -> !key.isBlank()).isPresent()) {
      throw new NodeFailure("got a private key over a wire, where it is written down with the run; unwire it, change "
          + "the key, and configure connectors.ethereum.signing-key");
    }
    List<JsonNode> arguments = Arguments.of(run.find(ARGUMENTS));
    List<AbiType.Parameter> wanted = run.find(ABI).filter(abi -> !abi.isNull()).map(Abi::constructor).orElse(List.of());
    if (wanted.size() != arguments.size()) {
      throw new NodeFailure("the contract is made with " + wanted.size() + " arguments, got " + arguments.size());
    }
    byte[] data = Rlp.joined(List.of(bytecode(run.need(BYTECODE)), AbiEncoder.encode(wanted, arguments)));
    JsonNode before = balance(run);
    JsonNode receipt = Sending.send(run, Optional.empty(), data,
        run.find(CHAIN).orElseGet(() -> run.control(CHAIN_SET)));
    return Result.of(BEFORE, before).and(AFTER, balance(run))
        .and(TX, TextNode.valueOf(receipt.path("transactionHash").asText()))
        .and(CONTRACT, TextNode.valueOf(receipt.path("contractAddress").asText()));
  }

  /** As compilers give it: hexadecimal, or an object that has it. */
  private static byte[] bytecode(JsonNode given) {
    String hex = Values.text(given.isObject() ? given.path("object") : given).strip().replaceFirst("^0x", "");
    if (hex.isEmpty() || !hex.matches("([0-9a-fA-F]{2})*")) {
      throw new NodeFailure("got bytecode that is not hexadecimal, needs what a compiler gave");
    }
    return HexFormat.of().parseHex(hex);
  }

  private static JsonNode balance(NodeRun run) {
    BigInteger wei = Ethereum.number(Ethereum.call(run, "eth_getBalance",
        TextNode.valueOf(run.account(Sending.CONNECTOR)), TextNode.valueOf("latest")));
    return JsonNodeFactory.instance.numberNode(new BigDecimal(wei, DECIMALS).doubleValue());
  }
}
