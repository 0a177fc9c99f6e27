package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Map;

/** Says who and what a sentence speaks of. */
public final class EntityDetector implements NodeType {
  static final Input<String> ACTION = Input.text("action").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output ENTITIES = Output.of("entities", SocketType.ARRAY);
  static final Output DONE = Output.trigger("trigger");
  static final Control.Code EXAMPLES = FewShot.examples("""
      Who and what does each of these speak of, and of what type is each?
      Types: person, creature, thing, place

      Action: give the map to Selma at the old mill
      Entities: map, Selma, old mill
      Types: thing, person, place

      Action: whistle for the grey wolf
      Entities: grey wolf
      Types: creature

      Action:\s""");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("entity-detector", "Entity Detector").group("Models")
        .help("Lists the people, creatures, things and places that the action speaks of, each with "
            + "name and type.")
        .alias(Alias.of("Entity Detector").withInputs(Map.of("data", "trigger"))
            .withOutputs(Map.of("data", "trigger")))
        .in(ACTION, TRIGGER).out(ENTITIES, DONE).control(EXAMPLES, Settings.MODEL)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String answer =
        FewShot.answer(run, EXAMPLES, run.need(ACTION) + "\nEntities:", 100, "\n\n");
    String[] parts = answer.split("Types:", 2);
    String[] types = parts.length == 1 ? new String[0] : parts[1].strip().split(",\\s*");
    ArrayNode entities = JsonNodeFactory.instance.arrayNode();
    for (String name : parts[0].strip().split(",\\s*")) {
      if (!name.isBlank()) {
        ObjectNode entity = entities.addObject().put("name", name.strip());
        if (entities.size() <= types.length) {
          entity.put("type", types[entities.size() - 1].strip());
        }
      }
    }
    return Result.of(ENTITIES, entities);
  }
}
