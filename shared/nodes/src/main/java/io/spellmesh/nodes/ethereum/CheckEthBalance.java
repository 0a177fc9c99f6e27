package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.Map;

/** Asks how much ether an address has. */
public final class CheckEthBalance implements NodeType {
  static final Input<String> ADDRESS = Input.text("address");
  static final Input<String> CHAIN = Input.text("chain_id");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");
  static final Control.Text CHAIN_SET = new Control.Text("chain_id", "Chain (of old)", "");

  private static final int DECIMALS = 18;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("check-eth-balance", "Check Eth Balance").group("Ethereum")
        .help("Gives how much ether an address has, as a decimal.")
        .alias("Check Balance").alias(Alias.of("PluginEthGetNativeTokenBalance")
            .withInputs(Map.of("account_address", "address")))
        .in(ADDRESS, TRIGGER, Ethereum.RPC, CHAIN).out(DONE, OUTPUT).control(Ethereum.RPC_SET, CHAIN_SET)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode wei = Ethereum.call(run, "eth_getBalance", TextNode.valueOf(Ethereum.address(run, ADDRESS)),
        TextNode.valueOf("latest"));
    return Result.of(OUTPUT, TextNode.valueOf(Ethereum.decimal(Ethereum.number(wei), DECIMALS)));
  }
}
