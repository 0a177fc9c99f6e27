package io.spellmesh.nodes.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.event.Events;
import io.spellmesh.contract.event.Events.NewEvent;
import io.spellmesh.contract.event.Events.Place;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what was said, so that it can be recalled. */
public final class StoreEvent implements NodeType {
  static final Input<String> CONTENT = Input.text("content")
      .help("What is kept. If none is wired, what the event says.");
  static final Input<String> SECONDARY = Input.text("secondary").named("answer")
      .help("What was said in answer; it is kept as an event of its own.");
  static final Input<JsonNode> EVENT = Input.any("event").of(SocketType.EVENT)
      .help("Who said it, to whom, and where.");
  static final Input<String> SENDER = Input.text("sender")
      .help("Who said it, if that is not the one of the event.");
  static final Input<String> TYPE_IN = Input.text("type")
      .help("A word by which Event Recall finds it. Wins over the card.");
  static final Input<JsonNode> EMBEDDING = Input.any("embedding").of(SocketType.EMBEDDING)
      .help("What it means as numbers, so that it is found by what it means.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text TYPE = new Control.Text("type", "Type of event", "")
      .help("A word by which Event Recall finds it.");

  private static final Map<String, String> OLD = Map.of("agent", "event", "primary", "content");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("store-event", "Store Event").group("Memory")
        .help("Keeps the content, or else the event's own, with who said it to whom and where. An answer beside "
            + "it is kept as the observer's. Nothing is kept of nothing.")
        .alias(Alias.of("Store Event").withInputs(OLD))
        .alias(Alias.of("Event Store").withInputs(OLD))
        .alias(Alias.of("Conversation Store").withInputs(OLD))
        .in(CONTENT, SECONDARY, EVENT, SENDER, TYPE_IN, EMBEDDING, TRIGGER).out(DONE).control(TYPE)
        .effect(Effect.IDEMPOTENT).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode event = run.find(EVENT).<JsonNode>map(given -> given.isObject() ? given : asContent(given))
        .orElseGet(JsonNodeFactory.instance::objectNode);
    Optional<String> content =
        run.find(CONTENT).filter(text -> !text.isBlank()).or(() -> Said.text(event, "content"));
    Optional<String> sender =
        run.find(SENDER).filter(name -> !name.isBlank()).or(() -> Said.text(event, "sender"));
    content.ifPresent(text -> keep(run, event, text, sender, "", Said.embedding(run.find(EMBEDDING))));
    run.find(SECONDARY).filter(text -> !text.isBlank()).ifPresent(text ->
        keep(run, event, text, Said.text(event, "observer"), "/secondary", Optional.empty()));
    return Result.nothing();
  }

  private static JsonNode asContent(JsonNode text) {
    return JsonNodeFactory.instance.objectNode().set("content", text.isNull() ? TextNode.valueOf("") : text);
  }

  private static void keep(NodeRun run, JsonNode event, String content, Optional<String> sender, String part,
      Optional<List<Double>> embedding) {
    String type = run.find(TYPE_IN).filter(text -> !text.isBlank()).orElseGet(() -> run.control(TYPE));
    Place place = Said.place(event, type, sender);
    run.ask(Events.STORE, Said.fitting(() -> new NewEvent(content, Optional.of(place),
        Said.text(event, "connector"), EventFields.find(event, "rawData"), Optional.empty(), embedding,
        Optional.of(run.key() + part))));
  }
}
