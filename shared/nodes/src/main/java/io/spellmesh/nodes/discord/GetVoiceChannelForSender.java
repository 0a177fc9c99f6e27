package io.spellmesh.nodes.discord;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;

/** Finds out where somebody can be heard. */
public final class GetVoiceChannelForSender implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("get-voice-channel-for-sender", "Get Voice Channel For Sender").group("Discord")
        .help("Gives the id of the voice channel in which the sender of the event is; nothing if in none.")
        .in(Discord.EVENT, TRIGGER).out(DONE, OUTPUT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Discord.voiceChannel(run, Discord.server(run), Discord.sender(run))
        .map(channel -> Result.of(OUTPUT, TextNode.valueOf(channel))).orElseGet(Result::nothing);
  }
}
