package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.completion.Completions.Chat;
import io.spellmesh.contract.completion.Completions.Completed;
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
import java.util.Optional;
import java.util.regex.Pattern;

/** Has a language model say what comes next in a conversation. */
public final class GenerateText implements NodeType {
  static final Input<String> SYSTEM = Input.text("system")
      .help("Tells the model who it is and how to answer; it counts more than what is said in the conversation.");
  static final Input<ArrayNode> CONVERSATION = Input.list("conversation")
      .help("What was said before: a list of {role, content}, or of texts.");
  static final Input<String> INPUT = Input.text("input")
      .help("What the model is to answer now, as the user says it.");
  static final Input<JsonNode> FUNCTION = Input.any("function").of(SocketType.OBJECT)
      .help("A function that the model may call in place of answering: {name, description, parameters}, "
          + "parameters being a JSON Schema.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output RESULT = Output.text("result")
      .help("What the model answered; of a call of the function, JSON with its name and arguments.");
  static final Output ERROR = Output.text("error")
      .help("Always empty, for spells of old. What fails here fails the node.");
  static final Control.Text MODEL = new Control.Text("model", "Model", "")
      .help("The name by which the provider knows the model. Empty for the one that the operator has chosen.");
  static final Control.Text CUSTOM = new Control.Text("customModel", "Model of another name", "")
      .help("Wins over the model above, for one that no list names.");
  static final Control.Number TEMPERATURE = Settings.temperature(0.5);
  static final Control.Number MOST = Settings.most(200);
  static final Control.Text STOP = Settings.stop("###");

  /** Models that continue texts and hold no conversations, by what their maker called them. */
  private static final Pattern OF_TEXTS =
      Pattern.compile("(text-|code-)?(davinci|curie|babbage|ada)(-.*)?|.*-instruct(-.*)?");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("generate-text", "Generate Text").group("Models")
        .help("Has a language model answer the input, as the next in a conversation. A function it may call is "
            + "given back as JSON with name and arguments.")
        .in(SYSTEM, CONVERSATION, INPUT, FUNCTION, Settings.OVER, TRIGGER).out(DONE, RESULT, ERROR)
        .control(MODEL, CUSTOM, TEMPERATURE, MOST, Settings.TOP_P, Settings.FREQUENCY, Settings.PRESENCE, STOP)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    Settings settings = Settings.of(run);
    Sampling sampling = settings.sampling(TEMPERATURE, MOST, STOP);
    boolean continues = run.find(SYSTEM).isEmpty() && run.find(CONVERSATION).isEmpty()
        && settings.model().filter(name -> OF_TEXTS.matcher(name).matches()).isPresent();
    if (continues) {
      return Result.of(RESULT, TextNode.valueOf(Model.text(run, run.need(INPUT), sampling, RESULT)));
    }
    Conversation conversation = new Conversation();
    run.find(SYSTEM).ifPresent(conversation::system);
    run.find(CONVERSATION).ifPresent(conversation::before);
    run.find(INPUT).ifPresent(conversation::user);
    if (conversation.isEmpty()) {
      throw new NodeFailure("needs a value here, at 'conversation' or at 'system', else there is nothing to answer")
          .at(INPUT);
    }
    Completed answer = Model.chat(run,
        () -> new Chat(conversation.messages(), Optional.of(sampling), function(run)), RESULT);
    return Result.of(RESULT, TextNode.valueOf(answer.call().map(Wire::text).orElse(answer.text())));
  }

  private static Optional<ObjectNode> function(NodeRun run) {
    Optional<JsonNode> given = run.find(FUNCTION)
        .filter(value -> !value.isNull() && !(value.isTextual() && value.textValue().isBlank()));
    return given.map(FUNCTION.as(GenerateText::described)::read);
  }

  private static ObjectNode described(JsonNode value) {
    if ((value.isTextual() ? ModelJson.read(value.textValue(), "what came") : value) instanceof ObjectNode function) {
      return function;
    }
    throw new NodeFailure("got no object, needs {name, description, parameters}");
  }
}
