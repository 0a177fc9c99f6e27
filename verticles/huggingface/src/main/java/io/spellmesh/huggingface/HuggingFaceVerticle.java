package io.spellmesh.huggingface;

import io.spellmesh.contract.huggingface.HuggingFace;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Asks the hub's models: serves {@link HuggingFace}. */
public final class HuggingFaceVerticle extends VerticleBase {
  private final Member member;

  public HuggingFaceVerticle(Member member) {
    this.member = member;
  }

  @Override
  public Future<?> start() {
    InferenceServer server = new InferenceServer(vertx,
        member.settings().section("huggingface", HuggingFaceConfig.class));
    return member.serving().serve(HuggingFace.INFER, (_, question) -> server.infer(question));
  }
}
