package io.spellmesh.agent;

import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Keeps the tasks of agents: serves {@link Tasks}. */
public final class AgentVerticle extends VerticleBase {
  private final Member member;

  public AgentVerticle(Member member) {
    this.member = member;
  }

  @Override
  public Future<?> start() {
    AgentConfig config = member.settings().section("agent", AgentConfig.class);
    TaskHandler tasks = new TaskHandler(new PgTaskTable(member.database().pool(), config.maxTasks()));
    return member.database().migrate("agent").compose(_ -> Future.all(
        member.serving().serve(Tasks.CREATE, tasks::create),
        member.serving().serve(Tasks.GET, tasks::get),
        member.serving().serve(Tasks.LIST, tasks::list),
        member.serving().serve(Tasks.STEP, tasks::step),
        member.serving().serve(Tasks.END, tasks::end),
        member.serving().serve(Tasks.DELETE, tasks::delete)));
  }
}
