package io.spellmesh.gateway.rest;

import io.spellmesh.contract.huggingface.HuggingFace;
import io.spellmesh.gateway.HttpConfig;
import java.time.Duration;
import java.util.List;

/** Models of Hugging Face's hub. */
final class HuggingFaceRoutes {
  /** A connection on which nothing comes for a minute is closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(55);

  private HuggingFaceRoutes() {}

  static List<Route> of(HttpConfig config) {
    return List.of(
        Route.post("/api/huggingface", "Asks a model of Hugging Face's hub")
            .takes(HuggingFace.Inference.class, config.maxBody())
            .answers(HuggingFace.INFER.withPatience(PATIENCE),
                request -> request.body(HuggingFace.Inference.class)));
  }
}
