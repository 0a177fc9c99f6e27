package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.nodes.web.Answers;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a contract compiled.
 *
 * @see <a href="https://docs.soliditylang.org/en/latest/using-the-compiler.html">solc's standard JSON</a>
 */
public final class CompileContract implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output BYTECODE = Output.any("bytecode");
  static final Output ABI = Output.any("abi");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Toggle OPTIMIZATION = new Control.Toggle("optimization", "Optimize", false);
  static final Control.Number RUNS = new Control.Number("optimization_num", "For so many runs", 200, 1, 1_000_000);
  static final Control.Code CODE = new Control.Code("code", "Solidity", "", "solidity");
  static final Control.Text NAME = new Control.Text("name", "Contract, if there are several", "");

  private static final String FILE = "contract.sol";

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("compile-contract", "Compile Contract").group("Ethereum")
        .help("Has the contract that is written on it compiled by the service that is set up here, and gives its "
            + "bytecode and its interface.")
        .alias("PluginEthCompileContract").alias("PluginEthSolidity")
        .in(TRIGGER).out(BYTECODE, ABI, DONE).control(OPTIMIZATION, RUNS, CODE, NAME)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String code = run.control(CODE);
    if (code.isBlank()) {
      throw new NodeFailure("has no contract, needs one in Solidity");
    }
    JsonNode compiled = Answers.json(run.http(HttpAsk.to("POST", "/").by("solidity").with(question(run, code))));
    for (JsonNode error : compiled.path("errors")) {
      String said = error.path("formattedMessage").asText(error.path("message").asText());
      if (error.path("severity").asText().equals("error")) {
        throw new NodeFailure("does not compile: " + (said.length() > 500 ? said.substring(0, 500) + "…" : said));
      }
      run.log("warn", said);
    }
    JsonNode contract = contract(compiled.path("contracts").path(FILE), run.control(NAME).strip());
    return Result.of(BYTECODE, TextNode.valueOf("0x" + contract.at("/evm/bytecode/object").asText()))
        .and(ABI, contract.path("abi"));
  }

  private static ObjectNode question(NodeRun run, String code) {
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("language", "Solidity");
    question.putObject("sources").putObject(FILE).put("content", code);
    ObjectNode settings = question.putObject("settings");
    // PluginEthSolidity had the two under longer names.
    boolean optimizes = run.control(OPTIMIZATION) || run.data().path("optimization_enable").asBoolean();
    settings.putObject("optimizer").put("enabled", optimizes)
        .put("runs", run.data().path("optimization_number").asInt((int) run.control(RUNS)));
    settings.putObject("outputSelection").putObject("*").putArray("*").add("abi").add("evm.bytecode.object");
    return question;
  }

  /** The one of that name, or else the last, which may build on the others. */
  private static JsonNode contract(JsonNode contracts, String name) {
    List<String> names = new ArrayList<>();
    contracts.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED, "was answered without a contract");
    }
    return contracts.get(names.contains(name) ? name : names.getLast());
  }
}
