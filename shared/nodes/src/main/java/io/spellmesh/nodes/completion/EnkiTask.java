package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.spellmesh.engine.node.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small task by its name, as Latitude's Enki service did them from examples that it kept. */
public final class EnkiTask implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Control.Text TASK = new Control.Text("name", "Task", "")
      .help("What is to be done, in a few words; the model reads it.");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Given", SocketType.STRING)
      .help("What the task is given, by name.");
  static final Control.Sockets OUTPUTS = new Control.Sockets("outputs", "Wanted", SocketType.STRING)
      .help("What the task is to give, by name.");
  private static final int MOST = 200;
  private static final String EXAMPLE = """
      Each task is done for what is given, and every result stands on a line of its own.

      Task: opposites
      Given: hot
      Given: early
      Results: 2
      cold
      late

      """;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("enki-task", "Enki Task").group("Models")
        .help("Has a language model do the task that is named, with the values at its added sockets. The results "
            + "come at its added outputs, in order.")
        .in(TRIGGER).out(DONE).control(TASK, INPUTS, OUTPUTS, Settings.MODEL).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    List<Output> wanted = run.outputs().stream().filter(output -> !output.isTrigger()).toList();
    StringBuilder prompt = new StringBuilder(EXAMPLE).append("Task: ").append(run.control(TASK)).append('\n');
    run.inputs().values().forEach(given -> prompt.append("Given: ").append(Values.text(given)).append('\n'));
    prompt.append("Results: ").append(Math.max(1, wanted.size())).append('\n');
    String answer = Model.text(run, prompt.toString(), FewShot.sampling(run, MOST, "\n\n"));
    List<String> results = answer.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    Map<String, JsonNode> outputs = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(wanted.size(), results.size()); i++) {
      outputs.put(wanted.get(i).key(), TextNode.valueOf(results.get(i)));
    }
    return Result.of(outputs);
  }
}
