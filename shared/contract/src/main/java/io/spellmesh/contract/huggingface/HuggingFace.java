package io.spellmesh.contract.huggingface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Operation;
import java.time.Duration;
import java.util.Optional;

/** What the hub's models make of inputs of any kind. */
public interface HuggingFace {
  /**
   * Fails with UNPROCESSABLE if no server is configured or the server refuses the question, with
   * PROVIDER_FAILED or TOO_MANY in the server's words.
   */
  Operation<Inference, Inferred> INFER =
      Operation.at("spellmesh.huggingface.infer", Inference.class, Inferred.class)
          .withPatience(Duration.ofSeconds(150));

  String MODEL = "[A-Za-z0-9][A-Za-z0-9_.-]{0,95}(/[A-Za-z0-9][A-Za-z0-9_.-]{0,95})?";

  /**
   * @param inputs     as the model's task wants them, mostly a text
   * @param model      as the hub names it: {@code gpt2}, {@code google/flan-t5-small}
   * @param parameters as the model's task knows them
   * @param options    {@code use_cache}, absent means false; {@code wait_for_model}, absent means true
   */
  record Inference(JsonNode inputs, String model, Optional<ObjectNode> parameters,
      Optional<ObjectNode> options) {
    public Inference {
      if (inputs == null || inputs.isNull() || inputs.isMissingNode()) {
        throw new IllegalArgumentException("inputs are missing");
      }
      if (model == null || !model.matches(MODEL)) {
        throw new IllegalArgumentException("model is '" + model + "', must be such as google/flan-t5-small");
      }
    }
  }

  /** @param result as the model's task gives it */
  record Inferred(JsonNode result) {}
}
