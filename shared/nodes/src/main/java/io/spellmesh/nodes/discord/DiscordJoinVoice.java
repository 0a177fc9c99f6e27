package io.spellmesh.nodes.discord;

import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
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
        .help("Brings the bot into the voice channel, from outside or from another of the server. It stays there "
            + "until it leaves or the server of Spellmesh stops; it neither speaks nor listens.")
        .in(CHANNEL, TRIGGER).out(DONE).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String channel = Discord.channel(run, CHANNEL);
    String server = Discord.serverOfVoice(run, channel);
    if (Discord.voiceChannel(run, server, "@me").filter(channel::equals).isEmpty()) {
      Discord.move(run, server, Optional.of(channel));
    }
    return Result.nothing();
  }
}
