package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.nodes.web.Answers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** JSON-RPC to a node of Ethereum. @see <a href="https://ethereum.org/developers/docs/apis/json-rpc/">the methods</a> */
final class Ethereum {
  static final Input<String> RPC = Input.text("rpc_http");
  static final Control.Text RPC_SET = new Control.Text("rpc_http", "JSON-RPC address", "");
  private static final String ADDRESS = "0x[0-9a-fA-F]{40}";

  private Ethereum() {}

  /** Asks the node at the wired or written address, else the one that is set up. @throws NodeFailure as it says */
  static JsonNode call(NodeRun run, String method, JsonNode... parameters) {
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("id", 1)
        .put("method", method);
    question.putArray("params").addAll(List.of(parameters));
    String written = run.find(RPC).orElseGet(() -> run.control(RPC_SET)).strip();
    HttpAsk ask = written.isEmpty() ? HttpAsk.to("POST", "/").by("ethereum") : HttpAsk.to("POST", written);
    JsonNode answer = Answers.json(run.http(ask.with(question)));
    if (answer.hasNonNull("error")) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED,
          "was refused: " + answer.path("error").path("message").asText());
    }
    return answer.path("result");
  }

  /** @throws NodeFailure if it is no address */
  static String address(NodeRun run, Input<String> socket) {
    String address = run.need(socket).strip();
    if (!address.matches(ADDRESS)) {
      throw new NodeFailure("got '" + address + "', needs an address: 0x and 40 hexadecimal digits").at(socket);
    }
    return address.toLowerCase(Locale.ROOT);
  }

  /** @throws NodeFailure if it is no quantity */
  static BigInteger number(JsonNode hex) {
    String digits = hex.asText();
    if (!digits.matches("0x[0-9a-fA-F]{1,64}")) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED, "was answered with " + hex + " where a number belongs");
    }
    return new BigInteger(digits.substring(2), 16);
  }

  /** As people write it: a decimal without zeros at its end. */
  static String decimal(BigInteger units, int decimals) {
    BigDecimal value = new BigDecimal(units, decimals);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
