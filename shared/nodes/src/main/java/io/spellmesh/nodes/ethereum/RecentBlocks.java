package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.NodeRun;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The newest blocks. JSON-RPC knows no transactions of an address; they are looked for one block after the other. */
final class RecentBlocks {
  static final Control.Number BLOCKS = new Control.Number("blocks", "Blocks to look through", 10, 1, 100);

  private RecentBlocks() {}

  static ArrayNode transactions(NodeRun run, Predicate<JsonNode> wanted) {
    BigInteger newest = Ethereum.number(Ethereum.call(run, "eth_blockNumber"));
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    for (int back = 0; back < (int) run.control(BLOCKS) && newest.intValue() >= back; back++) {
      String number = "0x" + newest.subtract(BigInteger.valueOf(back)).toString(16);
      JsonNode block = Ethereum.call(run, "eth_getBlockByNumber", TextNode.valueOf(number), BooleanNode.TRUE);
      List<JsonNode> ofBlock = new ArrayList<>();
      block.path("transactions").forEach(ofBlock::add);
      ofBlock.reversed().stream().filter(wanted).forEach(found::add);
    }
    return found;
  }

  static boolean is(JsonNode transaction, String end, String address) {
    return transaction.path(end).asText().equalsIgnoreCase(address);
  }
}
