package io.spellmesh.nodes.discord;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.Optional;

/** Takes the bot out of the voice channels of a server. */
public final class LeaveVoiceChannelsInServer implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output LEFT = Output.of("left", SocketType.BOOLEAN);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("leave-voice-channels-in-server", "Leave Voice Channels In Server").group("Discord")
        .help("Takes the bot out of the voice channel of the server in which the event happened, and says whether it was in one.")
        .in(Discord.EVENT, TRIGGER).out(DONE, LEFT).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String server = Discord.server(run);
    boolean isThere = Discord.voiceChannel(run, server, "@me").isPresent();
    if (isThere) {
      Discord.move(run, server, Optional.empty());
    }
    return Result.of(LEFT, BooleanNode.valueOf(isThere));
  }
}
