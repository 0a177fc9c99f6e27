package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.math.BigInteger;
import java.util.Map;

/** Asks how much of a token an address has. @see <a href="https://eips.ethereum.org/EIPS/eip-20">ERC-20</a> */
public final class CheckErc20Balance implements NodeType {
  static final Input<String> ADDRESS = Input.text("address");
  static final Input<String> CONTRACT = Input.text("contract");
  static final Input<String> CHAIN = Input.text("chain_id");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");

  /** First bytes of the digests of {@code balanceOf(address)} and {@code decimals()}. */
  private static final String BALANCE_OF = "0x70a08231";
  private static final String DECIMALS = "0x313ce567";
  private static final int MOST_DECIMALS = 255;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("check-erc20-balance", "Check ERC20 Balance").group("Ethereum")
        .help("Gives how much of a token an address has, as a decimal.")
        .alias("Check Balance for ERC20").alias(Alias.of("PluginEthGetERC20TokenBalance")
            .withInputs(Map.of("account_address", "address", "token_address", "contract")))
        .in(ADDRESS, CONTRACT, TRIGGER, Ethereum.RPC, CHAIN).out(DONE, OUTPUT).control(Ethereum.RPC_SET)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String holder = Ethereum.address(run, ADDRESS).substring(2);
    BigInteger balance = read(run, BALANCE_OF + "0".repeat(24) + holder);
    BigInteger decimals = read(run, DECIMALS);
    if (decimals.bitLength() > 8) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED,
          "was told of " + decimals + " decimals, may be " + MOST_DECIMALS);
    }
    return Result.of(OUTPUT, TextNode.valueOf(Ethereum.decimal(balance, decimals.intValue())));
  }

  private static BigInteger read(NodeRun run, String data) {
    ObjectNode call = JsonNodeFactory.instance.objectNode().put("to", Ethereum.address(run, CONTRACT))
        .put("data", data);
    return Ethereum.number(Ethereum.call(run, "eth_call", call, TextNode.valueOf("latest")));
  }
}
