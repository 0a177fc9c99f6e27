package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Has speech written down. @see <a href="https://platform.openai.com/docs/api-reference/audio/createTranscription">the API</a> */
public final class SpeechToText implements NodeType {
  static final Input<String> AUDIO = Input.text("audio");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");
  static final Control.Text MODEL = new Control.Text("model", "Model", "whisper-1");

  private static final String BOUNDARY = "spellmesh-part-of-a-form-7d1f0a";

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("speech-to-text", "Speech To Text").group("Web")
        .help("Has speech written down: sound as a data: address or in base64.")
        .in(AUDIO, TRIGGER).out(DONE, OUTPUT).control(MODEL).effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    JsonNode heard = Answers.json(run.http(HttpAsk.to("POST", "/audio/transcriptions")
        .with("multipart/form-data; boundary=" + BOUNDARY,
            form(run.control(MODEL), run.need(AUDIO.as(SpeechToText::sound))))
        .by("speech")));
    return Result.of(OUTPUT, TextNode.valueOf(heard.path("text").asText()));
  }

  private static byte[] sound(String audio) {
    try {
      return Base64.getDecoder().decode(audio.substring(audio.startsWith("data:") ? audio.indexOf(',') + 1 : 0));
    } catch (IllegalArgumentException none) {
      throw new NodeFailure("got what is no base64, needs sound as a data: address or in base64");
    }
  }

  private static byte[] form(String model, byte[] sound) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n" + model
        + "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"speech.mp3\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    form.writeBytes(sound);
    form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }
}
