package io.spellmesh.nodes.time;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** How long it is from one time to another. */
public final class TimeBetween implements NodeType {
  static final Input<JsonNode> FROM = Input.any("from");
  static final Input<JsonNode> TO = Input.any("to");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output SECONDS = Output.of("seconds", SocketType.NUMBER);
  static final Output DAYS = Output.of("days", SocketType.NUMBER);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("time-between", "Time Between").group("Time")
        .help("Gives the seconds from one time to another, and the whole days. A time that is not given is "
            + "that of the run.")
        .in(FROM, TO, TRIGGER).out(DONE, SECONDS, DAYS).effect(Effect.READ).build();
  }

  @Override
  public Result run(NodeRun run) {
    Duration between = Duration.between(at(run, FROM), at(run, TO));
    return Result.of(SECONDS, Values.number(between.toMillis() / 1000.0))
        .and(DAYS, LongNode.valueOf(between.toDays()));
  }

  private static Instant at(NodeRun run, Input<JsonNode> socket) {
    return run.find(socket.as(value -> Moment.of(value, ZoneOffset.UTC))).orElseGet(run::started);
  }
}
