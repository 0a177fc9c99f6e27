package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Looks through the newest blocks for what one address sent another. */
public final class CheckForRecentTransactions implements NodeType {
  static final Input<String> ADDRESS = Input.text("address");
  static final Input<String> SENDER = Input.text("sender");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("check-for-recent-transactions", "Check For Recent Transactions").group("Ethereum")
        .help("Gives the transactions from a sender to an address in the newest blocks, as JSON text, the newest first.")
        .alias("Check For Recent Transaction From Wallet")
        .in(ADDRESS, SENDER, TRIGGER, Ethereum.RPC).out(DONE, OUTPUT).control(Ethereum.RPC_SET, RecentBlocks.BLOCKS)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String address = Ethereum.address(run, ADDRESS);
    String sender = Ethereum.address(run, SENDER);
    return Result.of(OUTPUT, TextNode.valueOf(RecentBlocks.transactions(run, transaction ->
        RecentBlocks.is(transaction, "from", sender) && RecentBlocks.is(transaction, "to", address)).toString()));
  }
}
