package io.spellmesh.nodes.time;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** A time, some while later or earlier. */
public final class AddTime implements NodeType {
  static final Input<JsonNode> TIME = Input.any("time");
  static final Input<Double> AMOUNT = Input.number("amount");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output TEXT = Output.text("output");
  static final Output MILLISECONDS = Output.of("timestamp", SocketType.NUMBER);
  static final Control.Number ON_CARD = new Control.Number("amount", "How many", 1, -1e9, 1e9);
  static final Control.Choice UNIT = new Control.Choice("unit", "Of", "days",
      List.of("seconds", "minutes", "hours", "days", "weeks", "months", "years"));
  static final Control.Text ZONE = new Control.Text("timeZone", "Time zone", "UTC");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("add-time", "Add Time").group("Time")
        .help("Gives the time so many seconds, days or months later, or earlier with a minus. Without a time it "
            + "is that of the run. Days and more are those of the calendar in the zone.")
        .in(TIME, AMOUNT, TRIGGER).out(DONE, TEXT, MILLISECONDS).control(ON_CARD, UNIT, ZONE)
        .effect(Effect.READ).build();
  }

  @Override
  public Result run(NodeRun run) {
    ZoneId zone = Moment.zone(run.control(ZONE));
    Instant from = run.find(TIME.as(value -> Moment.of(value, zone))).orElseGet(run::started);
    double amount = run.find(AMOUNT.as(AddTime::checked)).orElseGet(() -> checked(run.control(ON_CARD)));
    ZonedDateTime time;
    try {
      time = from.atZone(zone).plus((long) amount,
          ChronoUnit.valueOf(run.control(UNIT).toUpperCase(Locale.ROOT)));
    } catch (DateTimeException | ArithmeticException tooFar) {
      throw new NodeFailure("the time lies outside of the years 1 to 9999");
    }
    Instant checked = Moment.checked(time.toInstant());
    return Result.of(TEXT, TextNode.valueOf(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)))
        .and(MILLISECONDS, LongNode.valueOf(checked.toEpochMilli()));
  }

  private static double checked(double amount) {
    if (amount != Math.rint(amount) || Math.abs(amount) > ON_CARD.max()) {
      throw new NodeFailure("got " + Values.number(amount) + ", needs a whole number up to 1000000000");
    }
    return amount;
  }
}
