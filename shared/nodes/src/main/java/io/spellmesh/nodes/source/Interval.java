package io.spellmesh.nodes.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.SourceRun;
import io.spellmesh.engine.node.SourceType;
import java.time.Duration;

/** Begins a run again and again. */
public final class Interval implements SourceType {
  static final Output TRIGGER = Output.trigger("trigger");
  static final Output TICK = Output.of("output", SocketType.OBJECT).named("tick")
      .help("An object {count, at}: the number of the tick, from 1, and its time.");
  /** Faster ones belong into a loop; slower ones than a day into a schedule. */
  static final Control.Number SECONDS = new Control.Number("seconds", "Seconds", 10, 1, 86_400)
      .help("From the beginning of a run to that of the next. Nothing happens before the spell is played.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("interval", "Interval").group("Sources")
        .help("While the spell is played, begins a run every so many seconds, with the number of the tick as "
            + "'count', from 1, and its time as 'at'.")
        .out(TRIGGER, TICK).control(SECONDS).effect(Effect.PURE).role(new Role.Source(TICK, TRIGGER)).build();
  }

  @Override
  public Runnable play(SourceRun source) {
    long[] ticks = {0};
    return source.every(Duration.ofMillis(Math.round(source.control(SECONDS) * 1000)), () -> source.emit(
        JsonNodeFactory.instance.objectNode().put("count", ++ticks[0]).put("at", source.now().toString())));
  }
}
