package io.spellmesh.nodes.time;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a time the way people do. */
public final class FormatTime implements NodeType {
  private static final int LONGEST = 100;

  static final Input<JsonNode> TIME = Input.any("time");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output TEXT = Output.text("output");
  static final Control.Text PATTERN = new Control.Text("format", "Pattern", "d MMMM yyyy, HH:mm");
  static final Control.Text ZONE = new Control.Text("timeZone", "Time zone", "UTC");
  static final Control.Text LANGUAGE = new Control.Text("language", "Language", "en");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("format-time", "Format Time").group("Time")
        .help("Gives a time as text: yyyy is the year, MM the month, MMMM its name, dd the day, EEEE its name, "
            + "HH the hour, mm the minute, ss the second. Without a time it is that of the run.")
        .in(TIME, TRIGGER).out(DONE, TEXT).control(PATTERN, ZONE, LANGUAGE).effect(Effect.READ).build();
  }

  @Override
  public Result run(NodeRun run) {
    ZoneId zone = Moment.zone(run.control(ZONE));
    Instant time = run.find(TIME.as(value -> Moment.of(value, zone))).orElseGet(run::started);
    return Result.of(TEXT, TextNode.valueOf(written(time.atZone(zone), run.control(PATTERN),
        Locale.forLanguageTag(run.control(LANGUAGE)))));
  }

  private static String written(ZonedDateTime time, String pattern, Locale language) {
    if (pattern.length() > LONGEST) {
      throw new NodeFailure("the pattern has " + pattern.length() + " characters, may have " + LONGEST);
    }
    try {
      return DateTimeFormatter.ofPattern(pattern, language).format(time);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new NodeFailure("'" + pattern + "' is no pattern of a time: " + wrong.getMessage());
    }
  }
}
