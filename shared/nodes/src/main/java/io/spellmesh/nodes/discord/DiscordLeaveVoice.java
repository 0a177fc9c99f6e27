package io.spellmesh.nodes.discord;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.Optional;

/** Takes the bot out of a voice channel. */
public final class DiscordLeaveVoice implements NodeType {
  static final Input<String> CHANNEL = Input.text("channel").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("discord-leave-voice", "Discord leave voice").group("Discord")
        .help("Takes the bot out of the voice channel, if it is there.")
        .in(CHANNEL, TRIGGER).out(DONE).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String channel = Discord.channel(run, CHANNEL);
    String server = Discord.serverOf(run, channel);
    if (Discord.voiceChannel(run, server, "@me").filter(channel::equals).isPresent()) {
      Discord.move(run, server, Optional.empty());
    } else {
      run.log("info", "the bot was not there");
    }
    return Result.nothing();
  }
}
