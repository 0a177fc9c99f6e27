package io.spellmesh.mesh;

import io.spellmesh.agent.AgentVerticle;
import io.spellmesh.completion.CompletionVerticle;
import io.spellmesh.document.DocumentVerticle;
import io.spellmesh.event.EventVerticle;
import io.spellmesh.gateway.GatewayVerticle;
import io.spellmesh.huggingface.HuggingFaceVerticle;
import io.spellmesh.kit.Member;
import io.spellmesh.runner.SpellManagerVerticle;
import io.spellmesh.spell.SpellVerticle;
import io.spellmesh.user.UserConfig;
import io.spellmesh.user.UserVerticle;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which verticle serves a role. */
final class Deployment {
  private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);

  private final Member member;
  private final Ending ending;
  /** Tabs ask through the gateway what the runner answers, all the time. */
  private Optional<Neighbours> runner = Optional.empty();

  Deployment(Member member, Ending ending) {
    this.member = member;
    this.ending = ending;
  }

  /**
   * Complete when all but the gateway serve.
   *
   * @param linkCode signs in once
   */
  Future<?> services(Roles roles, Optional<String> linkCode) {
    return Future.join(roles.roles().stream().filter(role -> role != Role.GATEWAY)
        .map(role -> service(role, linkCode)).toList());
  }

  private Future<?> service(Role role, Optional<String> linkCode) {
    return deploy(role, switch (role) {
      case USER -> new UserVerticle(member, UserConfig.read(member.settings()), linkCode);
      case SPELL -> new SpellVerticle(member);
      case COMPLETION -> new CompletionVerticle(member);
      case EVENT -> new EventVerticle(member);
      case DOCUMENT -> new DocumentVerticle(member);
      case AGENT -> new AgentVerticle(member);
      case HUGGINGFACE -> new HuggingFaceVerticle(member);
      case RUNNER -> runner();
      case GATEWAY -> throw new IllegalStateException("the gateway starts after the services");
    });
  }

  private Neighbours runner() {
    Neighbours made = new Neighbours(new SpellManagerVerticle(member));
    runner = Optional.of(made);
    return made;
  }

  /** Opens the door, so after everything behind it. @return the port it listens on */
  Future<Integer> gateway() {
    GatewayVerticle gateway = new GatewayVerticle(member);
    Neighbours house = runner.orElseThrow(() -> new IllegalStateException("the gateway has no runner beside it"));
    return started(Role.GATEWAY, house.moveIn(gateway), _ -> house.moveOut(gateway)).map(_ -> gateway.port());
  }

  private Future<?> deploy(Role role, Deployable verticle) {
    return started(role, member.vertx().deployVerticle(verticle), member.vertx()::undeploy);
  }

  private <T> Future<T> started(Role role, Future<T> starting, Function<T, Future<?>> end) {
    long began = System.nanoTime();
    String name = role.name().toLowerCase(Locale.ROOT);
    return starting.onSuccess(what -> {
      ending.closes(name, () -> end.apply(what));
      LOG.atInfo().addKeyValue("role", name).addKeyValue("tookMs", (System.nanoTime() - began) / 1_000_000)
          .log("role started");
    });
  }
}
