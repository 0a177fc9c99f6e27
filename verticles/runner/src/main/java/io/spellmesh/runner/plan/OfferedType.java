package io.spellmesh.runner.plan;

import io.spellmesh.contract.node.NodeOffers;
import io.spellmesh.contract.node.NodeTypeInfo;
import io.spellmesh.contract.node.SocketInfo;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import java.util.Locale;

/** A node type whose bodies run in another JVM. */
final class OfferedType implements NodeType {
  private final String provider;
  private final NodeSpec spec;

  OfferedType(String provider, NodeTypeInfo info) {
    this.provider = provider;
    NodeSpec.Builder building = NodeSpec.of(info.type(), info.title()).group(info.group()).help(info.help())
        .effect(Effect.valueOf(info.effect().toUpperCase(Locale.ROOT))).waits();
    info.aliases().forEach(building::alias);
    info.inputs().forEach(socket -> building.in(type(socket) == SocketType.TRIGGER ? Input.trigger(socket.key())
        : input(socket)));
    info.outputs().forEach(socket -> building.out(Output.of(socket.key(), type(socket)).named(socket.name())
        .help(socket.help().orElse(""))));
    spec = building.build();
  }

  private static Input<?> input(SocketInfo socket) {
    Input<?> input = Input.any(socket.key()).of(type(socket)).named(socket.name()).help(socket.help().orElse(""));
    return socket.required() ? input.needed() : input;
  }

  /** One that is not known here takes anything. */
  private static SocketType type(SocketInfo socket) {
    return SocketType.fromSaved(socket.type()).orElse(SocketType.ANY);
  }

  @Override
  public NodeSpec spec() {
    return spec;
  }

  @Override
  public Result run(NodeRun run) {
    NodeOffers.Outcome outcome = run.ask(NodeOffers.BODY.on(provider), new NodeOffers.Body(spec.type(), run.key(),
        run.data(), run.inputs(), run.outputs().stream().map(Output::key).toList(), run.reachedBy()));
    Result result = Result.of(outcome.outputs());
    return outcome.fired().map(fired -> result.firing(fired.toArray(String[]::new))).orElse(result);
  }
}
