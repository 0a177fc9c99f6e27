package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Sampling;
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
import java.util.List;
import java.util.Optional;

/** Has a language model answer with an object of a given type. */
public final class TypeChat implements NodeType {
  static final Input<String> INPUT = Input.text("input").needed()
      .help("What a person said, to be understood as an object.");
  static final Input<String> SCHEMA = Input.text("schema").needed()
      .help("TypeScript that declares the type.");
  static final Input<String> RESPONSE_TYPE = Input.text("responseType").needed()
      .help("Which of the declared types the object is to be of.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.of("result", SocketType.OBJECT)
      .help("The object that the model made of the input.");
  static final Output ERROR = Output.text("error")
      .help("Always empty, for spells of old. What fails here fails the node.");
  static final Control.Text MODEL = new Control.Text("model", "Model", "")
      .help("The name by which the provider knows the model. Empty for the one that the operator has chosen.");
  /** The same words every time, as far as the model can. */
  private static final double TEMPERATURE = 0.0;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("typechat", "TypeChat").group("Models")
        .help("Has a language model understand the input as an object of the type, which the TypeScript at "
            + "'schema' declares. What is no JSON object fails.")
        .in(INPUT, SCHEMA, RESPONSE_TYPE, TRIGGER).out(DONE, RESULT, ERROR).control(MODEL)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String rule = "You put what people say into JSON objects of the type \"" + run.need(RESPONSE_TYPE)
        + "\", which these TypeScript declarations define:\n```\n" + run.need(SCHEMA)
        + "\n```\nAnswer with one JSON object and nothing else: two spaces of indentation, no undefined.";
    Sampling sampling = new Sampling(Settings.of(run).model(), Optional.of(TEMPERATURE), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    String input = run.need(INPUT);
    String answer = Model.chat(run, () -> new Chat(
        List.of(new Message(Role.SYSTEM, rule), new Message(Role.USER, input)), Optional.of(sampling),
        Optional.empty())).text();
    if (ModelJson.read(answer, "the model's answer") instanceof ObjectNode object) {
      return Result.of(RESULT, object);
    }
    throw new NodeFailure("the model's answer is no JSON object");
  }
}
