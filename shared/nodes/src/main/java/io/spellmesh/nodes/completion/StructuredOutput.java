package io.spellmesh.nodes.completion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.FailureCode;
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
import io.spellmesh.nodes.json.Schema;
import io.spellmesh.nodes.text.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has a language model answer with JSON that is as a schema wants it. */
public final class StructuredOutput implements NodeType {
  static final Input<String> SYSTEM = Input.text("system")
      .help("Tells the model who it is and how to answer; how to write the JSON is said behind it.");
  static final Input<ArrayNode> CONVERSATION = Input.list("conversation")
      .help("What was said before: a list of {role, content}, or of texts.");
  static final Input<String> INPUT = Input.text("input")
      .help("What the model is to answer now, as the user says it.");
  static final Input<JsonNode> SCHEMA = Input.any("schema").of(SocketType.OBJECT)
      .help("What the JSON must look like, as a JSON Schema (2020-12). Wins over the one on the card.");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output ERROR = Output.trigger("error")
      .help("Goes off in place of the other trigger when the node fails, also when the second answer does not fit.");
  static final Output RESULT = Output.any("result")
      .help("The value that the model wrote, as it fits the schema.");
  static final Control.Code ON_CARD = new Control.Code("schema", "Schema", "{\"type\": \"object\"}", "json")
      .help("What the JSON must look like, as a JSON Schema (2020-12). Names and descriptions in it are read "
          + "by the model.");
  static final Control.Text MODEL = new Control.Text("model", "Model", "")
      .help("The name by which the provider knows the model. Empty for the one that the operator has chosen.");
  static final Control.Number TEMPERATURE = Settings.temperature(0);
  static final Control.Number MOST = Settings.most(2_000);
  /** JSON has everything in it that others stop before. */
  private static final Control.Text STOP = Settings.stop("");
  private static final int MOST_NAMED = 20;

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("structured-output", "Structured Output").group("Models")
        .help("Has a language model answer the input with JSON that fits the schema (2020-12). An answer that does "
            + "not is sent back once, with its mistakes; then the node fails.")
        .in(SYSTEM, CONVERSATION, INPUT, SCHEMA, Settings.OVER, TRIGGER).out(DONE, ERROR, RESULT)
        .control(ON_CARD, MODEL, TEMPERATURE, MOST).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode schema = run.find(SCHEMA.as(JsonText::read)).orElseGet(() -> JsonText.read(run.control(ON_CARD)));
    List<Message> said = new ArrayList<>(conversation(run, schema));
    Sampling sampling = Settings.of(run).sampling(TEMPERATURE, MOST, STOP);
    String first = ask(run, said, sampling, schema);
    List<String> mistakes = mistakes(first, schema);
    if (mistakes.isEmpty()) {
      return Result.of(RESULT, ModelJson.read(first, "the model's answer"));
    }
    run.log("warn", "the answer does not fit the schema, asks again: " + String.join("; ", mistakes));
    said.add(new Message(Role.ASSISTANT, first));
    said.add(new Message(Role.USER, "That does not fit the schema:\n- " + String.join("\n- ", mistakes)
        + "\nAnswer again with the whole JSON, mended, and nothing else."));
    String second = ask(run, said, sampling, schema);
    List<String> left = mistakes(second, schema);
    if (!left.isEmpty()) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED,
          "the model's answer does not fit the schema, nor did the one before: " + String.join("; ", left));
    }
    return Result.of(RESULT, ModelJson.read(second, "the model's answer"));
  }

  private static List<Message> conversation(NodeRun run, JsonNode schema) {
    Conversation conversation = new Conversation();
    conversation.system(run.find(SYSTEM).map(rule -> rule + "\n\n").orElse("")
        + "Answer with JSON that fits this JSON Schema, and with nothing else:\n" + JsonText.of(schema));
    run.find(CONVERSATION).ifPresent(conversation::before);
    run.find(INPUT).ifPresent(conversation::user);
    if (conversation.messages().size() < 2) {
      throw new NodeFailure("needs a value here or at 'conversation', else there is nothing to answer").at(INPUT);
    }
    return conversation.messages();
  }

  private static String ask(NodeRun run, List<Message> said, Sampling sampling, JsonNode schema) {
    Optional<ObjectNode> form = schema instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    return Model.chat(run, () -> new Chat(said, Optional.of(sampling), Optional.empty(), Optional.empty(), form))
        .text();
  }

  private static List<String> mistakes(String answer, JsonNode schema) {
    JsonNode value;
    try {
      value = ModelJson.read(answer, "the answer");
    } catch (NodeFailure noJson) {
      return List.of(noJson.getMessage());
    }
    // One made of mistakes of the schema's own is the person's, and not the model's to mend.
    return new Schema(schema).mistakes(value).stream().limit(MOST_NAMED).toList();
  }
}
