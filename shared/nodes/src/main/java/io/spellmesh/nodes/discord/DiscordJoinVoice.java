package io.spellmesh.nodes.discord;

import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.Optional;

/** Brings the bot into a voice channel. */
public final class DiscordJoinVoice implements NodeType {
  static final Input<String> CHANNEL = Input.text("channel").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("discord-join-voice", "Discord join voice").group("Discord")
        .help("Brings the bot into the voice channel from another of the server. From outside it takes an agent's connection to Discord.")
        .in(CHANNEL, TRIGGER).out(DONE).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String channel = Discord.channel(run, CHANNEL);
    String server = Discord.serverOf(run, channel);
    String there = Discord.voiceChannel(run, server, "@me").orElseThrow(() -> new NodeFailure(FailureCode.UNAVAILABLE,
        "cannot bring the bot into a voice channel: that takes an agent's live connection to Discord, and there is "
            + "none; a bot that is in another voice channel of the server can be moved"));
    if (!there.equals(channel)) {
      Discord.move(run, server, Optional.of(channel));
    }
    return Result.nothing();
  }
}
