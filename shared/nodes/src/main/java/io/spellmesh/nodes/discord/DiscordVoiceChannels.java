package io.spellmesh.nodes.discord;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Lists the voice channels of a server. */
public final class DiscordVoiceChannels implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.of("output", SocketType.ARRAY);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("discord-voice-channels", "Discord Voice Channels").group("Discord")
        .help("Gives the voice channels of the server in which the event happened, each with its id and name.")
        .in(Discord.EVENT, TRIGGER).out(DONE, OUTPUT).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    return Result.of(OUTPUT, Discord.channels(run, Discord.SPOKEN));
  }
}
