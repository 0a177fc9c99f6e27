package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Calls a function of a contract that changes nothing. */
public final class ContractRead implements NodeType {
  static final Input<String> CONTRACT = Input.text("tx").named("contract").needed();
  static final Input<String> FUNCTION = Input.text("function").needed();
  static final Input<JsonNode> ARGUMENTS = Input.any("functionParams").of(SocketType.STRING).named("arguments");
  static final Input<JsonNode> ABI = Input.any("abi").needed();
  static final Input<String> CHAIN = Input.text("chain_id");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("contract-read", "Contract Read").group("Ethereum")
        .help("Calls a function of a contract that changes nothing, and gives what it gives. The contract is named by "
            + "its address, or by the transaction that made it.")
        .alias(Alias.of("PluginEthContractRead").withInputs(Map.of("contract_address", "tx", "function_name",
            "function", "function_args", "functionParams", "contract_abi", "abi")))
        .in(CONTRACT, FUNCTION, ARGUMENTS, ABI, TRIGGER, Ethereum.RPC, CHAIN).out(DONE, OUTPUT)
        .control(Ethereum.RPC_SET).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    List<JsonNode> arguments = Arguments.of(run.find(ARGUMENTS));
    Abi.Function function = Abi.function(run.need(ABI), run.need(FUNCTION).strip(), arguments.size());
    byte[] data = Rlp.joined(List.of(function.selector(), AbiEncoder.encode(function.inputs(), arguments)));
    ObjectNode call = JsonNodeFactory.instance.objectNode().put("to", contract(run)).put("data", Sending.hex(data));
    String answer = Ethereum.call(run, "eth_call", call, TextNode.valueOf("latest")).asText();
    if (!answer.matches("0x([0-9a-fA-F]{2})*")) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED, "was answered with what is no data");
    }
    List<JsonNode> values =
        AbiDecoder.decode(function.outputs(), HexFormat.of().parseHex(answer, 2, answer.length()));
    return Result.of(OUTPUT, TextNode.valueOf(values.size() == 1 ? Values.text(values.getFirst()) : list(values)));
  }

  private static String list(List<JsonNode> values) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    values.forEach(list::add);
    return list.toString();
  }

  private static String contract(NodeRun run) {
    String named = run.need(CONTRACT).strip();
    if (!named.matches("0x[0-9a-fA-F]{64}")) {
      return Ethereum.address(run, CONTRACT);
    }
    JsonNode made = Ethereum.call(run, "eth_getTransactionReceipt", TextNode.valueOf(named)).path("contractAddress");
    if (!made.isTextual()) {
      throw new NodeFailure("the transaction " + named + " made no contract");
    }
    return made.textValue();
  }
}
