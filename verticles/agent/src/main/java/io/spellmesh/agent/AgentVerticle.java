package io.spellmesh.agent;

import io.spellmesh.agent.discord.DiscordConfig;
import io.spellmesh.agent.discord.DiscordVoiceHandler;
import io.spellmesh.contract.agent.DiscordVoice;
import io.spellmesh.contract.agent.Tasks;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.web.EgressConfig;
import io.spellmesh.kit.web.GuardedClient;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.Optional;

/** What agents do: serves {@link Tasks} and {@link DiscordVoice}. */
public final class AgentVerticle extends VerticleBase {
  private final Member member;
  private Optional<DiscordVoiceHandler> voice = Optional.empty();

  public AgentVerticle(Member member) {
    this.member = member;
  }

  @Override
  public Future<?> start() {
    AgentConfig config = member.settings().section("agent", AgentConfig.class);
    TaskHandler tasks = new TaskHandler(new PgTaskTable(member.database().pool(), config.maxTasks()));
    DiscordVoiceHandler discord = new DiscordVoiceHandler(vertx,
        new GuardedClient(vertx, member.settings().section("egress", EgressConfig.class)),
        member.settings().section("connectors.discord", DiscordConfig.class), config.voiceWait());
    voice = Optional.of(discord);
    return member.database().migrate("agent").compose(_ -> Future.all(List.of(
        member.serving().serve(Tasks.CREATE, tasks::create),
        member.serving().serve(Tasks.GET, tasks::get),
        member.serving().serve(Tasks.LIST, tasks::list),
        member.serving().serve(Tasks.STEP, tasks::step),
        member.serving().serve(Tasks.END, tasks::end),
        member.serving().serve(Tasks.DELETE, tasks::delete),
        member.serving().serve(DiscordVoice.MOVE, discord::move))));
  }

  @Override
  public Future<?> stop() {
    return voice.map(DiscordVoiceHandler::close).orElseGet(Future::succeededFuture);
  }
}
