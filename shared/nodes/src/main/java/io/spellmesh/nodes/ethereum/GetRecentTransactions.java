package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Looks through the newest blocks for an address. */
public final class GetRecentTransactions implements NodeType {
  static final Input<String> ADDRESS = Input.text("address");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("get-recent-transactions", "Get Recent Transactions").group("Ethereum")
        .help("Gives the transactions from and to an address in the newest blocks, as JSON text, the newest first.")
        .in(ADDRESS, TRIGGER, Ethereum.RPC).out(DONE, OUTPUT).control(Ethereum.RPC_SET, RecentBlocks.BLOCKS)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String address = Ethereum.address(run, ADDRESS);
    return Result.of(OUTPUT, TextNode.valueOf(RecentBlocks.transactions(run, transaction ->
        RecentBlocks.is(transaction, "from", address) || RecentBlocks.is(transaction, "to", address)).toString()));
  }
}
