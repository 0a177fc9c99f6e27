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
import io.spellmesh.engine.node.SocketType;

/**
 * Has several images drawn by a Stable Diffusion web UI.
 *
 * @see <a href="https://github.com/AUTOMATIC1111/stable-diffusion-webui/wiki/API">the API</a>
 */
public final class VisualGeneration implements NodeType {
  static final Input<String> CAPTION = Input.text("caption").needed();
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output IMAGES = Output.of("images", SocketType.ARRAY);
  static final Control.Number COUNT = new Control.Number("topK", "Images", 1, 1, 8);
  static final Control.Text CACHE = new Control.Text("cacheTag", "Cache tag (of old)", "");
  static final Control.Number SIZE = new Control.Number("size", "Width and height", 512, 64, 2048);

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("visual-generation", "VisualGeneration").group("Web")
        .help("Has images drawn after a caption, by the service that is set up here, and gives them in base64.")
        .alias("Visual Generation").in(CAPTION, TRIGGER).out(DONE, IMAGES).control(COUNT, CACHE, SIZE)
        .effect(Effect.READ).waits().build();
  }

  @Override
  public Result run(NodeRun run) {
    ObjectNode order = JsonNodeFactory.instance.objectNode().put("prompt", run.need(CAPTION))
        .put("width", (int) run.control(SIZE)).put("height", (int) run.control(SIZE))
        .put("batch_size", (int) run.control(COUNT));
    JsonNode images = Answers.json(run.http(HttpAsk.to("POST", "/sdapi/v1/txt2img").by("images").with(order)))
        .path("images");
    if (!images.isArray() || images.isEmpty()) {
      throw new NodeFailure(FailureCode.PROVIDER_FAILED, "was answered without an image");
    }
    return Result.of(IMAGES, images);
  }
}
