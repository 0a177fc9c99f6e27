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
import io.spellmesh.engine.node.SocketType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls a function of a contract that changes something. */
public final class ContractWrite implements NodeType {
  static final Input<String> CONTRACT = Input.text("contract_addr").named("contract").needed();
  static final Input<JsonNode> ABI = Input.any("abi").needed();
  static final Input<String> CHAIN = Input.text("chain_id");
  static final Input<String> FUNCTION = Input.text("function_name").named("function").needed();
  static final Input<JsonNode> ARGUMENTS = Input.any("function_args").of(SocketType.STRING).named("arguments");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");
  static final Control.Text CHAIN_SET = new Control.Text("chain_id", "Chain", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("contract-write", "Contract Write").group("Ethereum")
        .help("Calls a function of a contract that changes something, signed by the account that is set up here, and "
            + "gives the transaction when it is in a block.")
        .alias(Alias.of("PluginEthContractWrite").withInputs(Map.of("contract_address", "contract_addr",
            "contract_abi", "abi")))
        .in(CONTRACT, ABI, CHAIN, FUNCTION, ARGUMENTS, TRIGGER).out(DONE, OUTPUT).control(CHAIN_SET)
        .effect(Effect.UNSAFE).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    List<JsonNode> arguments = Arguments.of(run.find(ARGUMENTS));
    Abi.Function function = Abi.function(run.need(ABI), run.need(FUNCTION).strip(), arguments.size());
    byte[] data = Rlp.joined(List.of(function.selector(), AbiEncoder.encode(function.inputs(), arguments)));
    JsonNode receipt = Sending.send(run, Optional.of(Ethereum.address(run, CONTRACT)), data,
        run.find(CHAIN).orElseGet(() -> run.control(CHAIN_SET)));
    return Result.of(OUTPUT, TextNode.valueOf(receipt.path("transactionHash").asText()));
  }
}
