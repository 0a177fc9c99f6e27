package io.spellmesh.nodes.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.FailureCode;
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

/**
 * Has an image drawn by a Stable Diffusion web UI.
 *
 * @see <a href="https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki/API">the API</a>
 */
public final class ImageGeneration implements NodeType {
  static final Input<String> PROMPT = Input.text("prompt");
  static final Input<String> ENDPOINT = Input.text("endpoint");
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output OUTPUT = Output.text("output");
  static final Control.Number WIDTH = new Control.Number("width", "Width", 256, 64, 2048);
  static final Control.Number HEIGHT = new Control.Number("height", "Height", 256, 64, 2048);
  static final Control.Number STEPS = new Control.Number("steps", "Steps", 50, 1, 150);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("image-generation", "Image Generation").group("Web")
        .help("Has an image drawn after a text, by the service at the endpoint or the one that is set up here, and "
            + "gives it in base64.")
        .in(PROMPT, ENDPOINT, TRIGGER).out(DONE, OUTPUT).control(WIDTH, HEIGHT, STEPS)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    ObjectNode order = JsonNodeFactory.instance.objectNode().put("prompt", run.need(PROMPT))
        .put("width", (int) run.control(WIDTH)).put("height", (int) run.control(HEIGHT))
        .put("steps", (int) run.control(STEPS));
    HttpAsk ask = run.find(ENDPOINT).filter(url -> !url.isBlank()).map(url -> HttpAsk.to("POST", url.strip()))
        .orElseGet(() -> HttpAsk.to("POST", "/sdapi/v1/txt2img").by("images"));
    JsonNode image = Answers.json(run.http(ask.with(order))).path("images").path(0);
    if (!image.isTextual()) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED, "was answered without an image");
    }
    return Result.of(OUTPUT, image);
  }
}
