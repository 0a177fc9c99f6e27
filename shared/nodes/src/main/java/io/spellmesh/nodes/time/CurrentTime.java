package io.spellmesh.nodes.time;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The time at which the node runs. */
public final class CurrentTime implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output TEXT = Output.text("string");
  static final Output MILLISECONDS = Output.of("timestamp", SocketType.NUMBER);
  static final Control.Text ZONE = new Control.Text("timeZone", "Time zone", "UTC");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("current-time", "Current Time").group("Time")
        .help("Gives the time as text (ISO 8601) in the zone on the card, and in milliseconds since 1970.")
        .in(TRIGGER).out(DONE, TEXT, MILLISECONDS).control(ZONE).effect(Effect.READ).build();
  }

  @Override
  public Result run(NodeRun run) {
    Instant now = run.started().truncatedTo(ChronoUnit.MILLIS);
    ZonedDateTime local = now.atZone(Moment.zone(run.control(ZONE)));
    return Result.of(TEXT, TextNode.valueOf(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local)))
        .and(MILLISECONDS, LongNode.valueOf(now.toEpochMilli()));
  }
}
