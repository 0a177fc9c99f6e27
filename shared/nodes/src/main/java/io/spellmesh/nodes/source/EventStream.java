package io.spellmesh.nodes.source;

import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.event.Events.Place;
import io.spellmesh.contract.event.Events.Recall;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.SourceRun;
import io.spellmesh.engine.node.SourceType;
import io.spellmesh.nodes.event.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Begins a run for each event that is stored and fits. It looks again and again; the event room tells nobody. */
public final class EventStream implements SourceType {
  /** Clocks of two processes differ, and what is stored at the same time is seen one after the other. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  static final Output TRIGGER = Output.trigger("trigger");
  static final Output EVENT = Output.of("event", SocketType.EVENT)
      .help("The event that has begun the run.");
  static final Control.Text TYPE = new Control.Text("type", "Type of event", "")
      .help("Only events that were stored with this type; empty for all, here and below.");
  static final Control.Text SENDER = new Control.Text("sender", "Sender", "")
      .help("Only what this one said.");
  static final Control.Text OBSERVER = new Control.Text("observer", "Observer", "")
      .help("Only what this one heard.");
  static final Control.Text CLIENT = new Control.Text("client", "Client", "")
      .help("Only what came by this connector.");
  static final Control.Text CHANNEL = new Control.Text("channel", "Channel", "")
      .help("Only what was said there.");
  static final Control.Number SECONDS = new Control.Number("seconds", "Look every so many seconds", 2, 1, 3_600)
      .help("How long it may take until an event is seen.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("event-stream", "Event Stream").group("Sources")
        .help("While the spell is played, begins a run for each event that is stored with the type, sender, observer, "
            + "client and channel that are set; what is empty fits all.")
        .out(TRIGGER, EVENT).control(TYPE, SENDER, OBSERVER, CLIENT, CHANNEL, SECONDS).effect(Effect.READ)
        .role(new Role.Source(EVENT, TRIGGER)).build();
  }

  @Override
  public Runnable play(SourceRun source) {
    Place place = Said.fitting(() -> new Place(set(source, TYPE), set(source, SENDER), set(source, OBSERVER),
        set(source, CLIENT), set(source, CHANNEL), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty()));
    Looking looking = new Looking(source, place);
    looking.look();
    return source.every(Duration.ofMillis(Math.round(source.control(SECONDS) * 1000)), looking::look);
  }

  private static Optional<String> set(SourceRun source, Control.Text control) {
    return Optional.of(source.control(control).strip()).filter(text -> !text.isEmpty());
  }

  /** What one source has seen. The first look tells what was there before it began. */
  private static final class Looking {
    private final SourceRun source;
    private final Place place;
    private final Map<UUID, Instant> seen = new HashMap<>();
    private final Instant begun;
    private Instant newest;
    private boolean isFirst = true;
    private boolean isUnderWay;

    Looking(SourceRun source, Place place) {
      this.source = source;
      this.place = place;
      begun = source.now();
      newest = begun;
    }

    /** One at a time; what fails is tried again with the next look. */
    void look() {
      if (!isUnderWay) {
        isUnderWay = true;
        Instant after = newest.minus(OVERLAP);
        source.ask(Events.RECALL, new Recall(Optional.of(place), Optional.of(after), Optional.empty(), Optional.empty(),
            Optional.of(Events.MOST_RECALLED))).whenComplete((recalled, failed) -> {
              isUnderWay = false;
              if (failed == null) {
                see(recalled.items(), after);
              }
            });
      }
    }

    private void see(List<Events.Event> items, Instant after) {
      for (Events.Event event : items) {
        if (seen.put(event.id(), event.date()) == null && (!isFirst || event.date().isAfter(begun))) {
          source.emit(Said.asEvent(event));
        }
        newest = event.date().isAfter(newest) ? event.date() : newest;
      }
      isFirst = false;
      seen.values().removeIf(date -> !date.isAfter(after));
    }
  }
}
