package io.spellmesh.runner.plan;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.node.NodeOffers;
import io.spellmesh.contract.node.NodeTypeInfo;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.plan.NodeCatalog;
import io.spellmesh.engine.plan.PlanCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The node types on the class path, and those that other JVMs offer for the time being. Changed on the
 * SpellManager's context, read from anywhere.
 */
public final class Palettes {
  private record Provider(NodeOffers.Offer offer, long untilMillis) {}

  private final NodeCatalog installed;
  private final Set<String> builtIn;
  private final Runnable changed;
  /** By name, so that every process gives a type to the same one of two that offer it. */
  private final Map<String, Provider> providers = new TreeMap<>();
  private volatile Palette palette;

  /** @param changed told when types have come or gone */
  public Palettes(NodeCatalog installed, Runnable changed) {
    this.installed = installed;
    this.changed = changed;
    builtIn = installed.specs().stream().map(NodeSpec::type).collect(Collectors.toUnmodifiableSet());
    palette = palette(installed, List.of());
  }

  public Palette now() {
    return palette;
  }

  /** @throws Failure CONFLICT if a type of the offer is somebody else's */
  public void check(NodeOffers.Offer offer) {
    for (NodeTypeInfo info : offer.types()) {
      if (builtIn.contains(info.type())) {
        throw Failure.conflict("the node type '" + info.type() + "' is built in, choose another name");
      }
      providerOf(info.type()).filter(other -> !other.equals(offer.provider())).ifPresent(other -> {
        throw Failure.conflict("the node type '" + info.type() + "' is offered by '" + other + "'");
      });
    }
  }

  private Optional<String> providerOf(String type) {
    return providers.values().stream().map(Provider::offer)
        .filter(offer -> offer.types().stream().anyMatch(info -> info.type().equals(type)))
        .map(NodeOffers.Offer::provider).findFirst();
  }

  /** Takes an offer for a while, or an empty one as its end. */
  public void take(NodeOffers.Offer offer, long nowMillis) {
    Optional<Provider> before = Optional.ofNullable(offer.types().isEmpty() ? providers.remove(offer.provider())
        : providers.put(offer.provider(), new Provider(offer, nowMillis + NodeOffers.HOLDS.toMillis())));
    if (!before.map(known -> known.offer.types()).orElse(List.of()).equals(offer.types())) {
      compose();
    }
  }

  /** Drops offers that were not made again. */
  public void forget(long nowMillis) {
    if (providers.values().removeIf(provider -> provider.untilMillis <= nowMillis)) {
      compose();
    }
  }

  private void compose() {
    Map<String, NodeType> types = new TreeMap<>();
    Map<String, NodeTypeInfo> infos = new TreeMap<>();
    for (Provider provider : providers.values()) {
      for (NodeTypeInfo info : provider.offer.types()) {
        if (!builtIn.contains(info.type()) && infos.putIfAbsent(info.type(), info) == null) {
          types.put(info.type(), new OfferedType(provider.offer.provider(), info));
        }
      }
    }
    palette = palette(installed.with(types.values()), new ArrayList<>(infos.values()));
    changed.run();
  }

  /** Plans of other moments are of no use: a type that was unknown is known now, or the other way round. */
  private Palette palette(NodeCatalog catalog, List<NodeTypeInfo> offered) {
    return new Palette(new PlanCompiler(catalog), new PlanCache(),
        NodeTypeInfos.sorted(Stream.concat(NodeTypeInfos.of(installed.specs()).stream(), offered.stream())));
  }
}
