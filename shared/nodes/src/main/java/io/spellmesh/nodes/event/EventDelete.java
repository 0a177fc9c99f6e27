package io.spellmesh.nodes.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.event.Events.Which;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.UUID;

/** Forgets an event that was recalled. */
public final class EventDelete implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<JsonNode> EVENT = Input.any("event").of(SocketType.EVENT).needed()
      .help("One that was stored, with the id it was given.");
  static final Output DONE = Output.trigger("trigger");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("event-delete", "Event Delete").group("Memory")
        .help("Forgets an event, as it was recalled or by its id. One that is forgotten already is no mistake.")
        .in(TRIGGER, EVENT).out(DONE).effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode event = run.need(EVENT);
    try {
      run.ask(Events.DELETE, new Which(idOf(event.isObject() ? event.path("id") : event)));
    } catch (Failure failure) {
      if (failure.code() != FailureCode.NOT_FOUND) {
        throw failure;
      }
      run.log("info", "there was no such event");
    }
    return Result.nothing();
  }

  private static UUID idOf(JsonNode id) {
    try {
      return UUID.fromString(id.asText());
    } catch (IllegalArgumentException none) {
      throw new NodeFailure("got no event that was stored: needs one with the id it was given").at(EVENT);
    }
  }
}
