package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.huggingface.HuggingFace;
import io.spellmesh.contract.huggingface.HuggingFace.Inference;
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
import io.spellmesh.nodes.text.Template;
import java.util.List;
import java.util.Optional;

/** Asks a model of Hugging Face's hub. */
public final class Huggingface implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output ERROR = Output.trigger("error")
      .help("Goes off in place of the other trigger when the node fails.");
  static final Output RESULT = Output.any("result")
      .help("The text of the answer, or its JSON if it has none.");
  static final Control.Code REQUEST = new Control.Code("request", "Request", "", "handlebars")
      .help("What the model is asked; {{name}} is replaced by the value at the socket of that name.");
  static final Control.Text MODEL = new Control.Text("modelName", "Model", "")
      .help("As the hub names it, such as google/flan-t5-base.");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Values", SocketType.ANY)
      .help("Sockets whose values the request may name.");

  /** What the tasks that write texts call them. */
  private static final List<String> TEXTS = List.of("generated_text", "summary_text", "translation_text");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("huggingface", "Huggingface").group("Models")
        .help("Asks a model of the hub what it makes of the request, in which each {{name}} is the value at the socket "
            + "of that name. JSON with inputs and parameters goes as it is.")
        .in(TRIGGER).out(DONE, ERROR, RESULT).control(REQUEST, MODEL, INPUTS).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String model = Optional.of(run.control(MODEL)).filter(name -> !name.isBlank())
        .orElseGet(() -> run.data().path("model").asText()).strip();
    JsonNode request = read(Template.of(run.control(REQUEST)).filled(run));
    Inference question;
    try {
      question = request instanceof ObjectNode whole && whole.has("inputs")
          ? new Inference(whole.get("inputs"), model, part(whole, "parameters"), part(whole, "options"))
          : new Inference(request, model, Optional.empty(), Optional.empty());
    } catch (IllegalArgumentException unfit) {
      throw new NodeFailure(unfit.getMessage());
    }
    return Result.of(RESULT, textOf(run.ask(HuggingFace.INFER, question).result()));
  }

  /** Whoever wrote JSON means it; anything else is a text. */
  private static JsonNode read(String request) {
    if (request.strip().startsWith("{") || request.strip().startsWith("[")) {
      try {
        return Wire.read(request, JsonNode.class);
      } catch (Failure noJson) {
        return TextNode.valueOf(request);
      }
    }
    return TextNode.valueOf(request);
  }

  private static Optional<ObjectNode> part(ObjectNode request, String name) {
    return request.get(name) instanceof ObjectNode part ? Optional.of(part) : Optional.empty();
  }

  /** The text, where a text is all there is. */
  private static JsonNode textOf(JsonNode result) {
    JsonNode one = result.isArray() && result.size() == 1 ? result.get(0) : result;
    return TEXTS.stream().<JsonNode>map(one::path).filter(JsonNode::isTextual).findFirst().orElse(result);
  }
}
