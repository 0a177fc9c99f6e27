package io.spellmesh.nodes.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.SourceRun;
import io.spellmesh.engine.node.SourceType;

/** Begins a run for each thing that another program posts to the spell. */
public final class WebhookStream implements SourceType {
  static final Output TRIGGER = Output.trigger("trigger");
  static final Output POSTED = Output.of("output", SocketType.OBJECT).named("posted")
      .help("An object {body, at}: what was sent there, and when.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("webhook-stream", "Webhook Stream").group("Sources")
        .help("While the spell is played, begins a run for all that is posted to its secret address, with what was "
            + "posted as 'body' and its time as 'at'.")
        .out(TRIGGER, POSTED).effect(Effect.PURE).role(new Role.Source(POSTED, TRIGGER)).build();
  }

  @Override
  public Runnable play(SourceRun source) {
    source.hear(posted -> {
      ObjectNode item = JsonNodeFactory.instance.objectNode();
      item.set("body", posted);
      source.emit(item.put("at", source.now().toString()));
    });
    return () -> { };
  }
}
