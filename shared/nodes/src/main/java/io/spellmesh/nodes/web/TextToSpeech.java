package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.util.Base64;

/** Has a text spoken. @see <a href="https://platform.openai.com/docs/api-reference/audio/createSpeech">the API</a> */
public final class TextToSpeech implements NodeType {
  static final Input<String> TEXT = Input.text("input");
  static final Input<String> PROVIDER = Input.text("voiceProvider");
  static final Input<String> CHARACTER = Input.text("character");
  static final Input<String> LANGUAGE = Input.text("languageCode");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");
  static final Control.Text TIKTALKNET = new Control.Text("tiktalknet_url", "Tiktalknet (of old)", "");
  static final Control.Text MODEL = new Control.Text("model", "Model", "tts-1");
  static final Control.Text VOICE = new Control.Text("voice", "Voice", "alloy");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("text-to-speech", "Text to Speech").group("Web")
        .help("Has a text spoken, and gives the sound as a data: address. A text that begins with '/' is passed on.")
        .in(TEXT, PROVIDER, CHARACTER, LANGUAGE, TRIGGER).out(DONE, OUTPUT).control(TIKTALKNET, MODEL, VOICE)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    String text = run.need(TEXT);
    if (text.startsWith("/")) {
      return Result.of(OUTPUT, TextNode.valueOf(text));
    }
    String voice = run.find(CHARACTER).filter(given -> !given.isBlank()).orElseGet(() -> run.control(VOICE));
    HttpAnswer sound = Answers.good(run.http(HttpAsk.to("POST", "/audio/speech")
        .with(JsonNodeFactory.instance.objectNode().put("model", run.control(MODEL)).put("input", text)
            .put("voice", voice).put("response_format", "mp3")).by("speech")));
    return Result.of(OUTPUT, TextNode.valueOf("data:audio/mpeg;base64,"
        + Base64.getEncoder().encodeToString(sound.body())));
  }
}
