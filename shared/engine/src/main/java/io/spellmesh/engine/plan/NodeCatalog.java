package io.spellmesh.engine.plan;

import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.spell.StoredNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The node types there are, by every name they ever had. */
public final class NodeCatalog {

  /** A type under one of its names. */
  public record Known(NodeType type, NodeSpec spec, Alias alias) {}

  private final List<NodeType> types = new ArrayList<>();
  private final List<NodeSpec> specs = new ArrayList<>();
  private final Map<String, List<Known>> byName = new HashMap<>();

  private NodeCatalog() {}

  /** The types on the class path. */
  public static NodeCatalog installed() {
    return of(ServiceLoader.load(NodeType.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /** @throws IllegalArgumentException if two types have one canonical name */
  public static NodeCatalog of(Collection<NodeType> types) {
    NodeCatalog catalog = new NodeCatalog();
    types.forEach(catalog::add);
    return catalog;
  }

  /** These, and more. @throws IllegalArgumentException if two types have one canonical name */
  public NodeCatalog with(Collection<NodeType> more) {
    List<NodeType> all = new ArrayList<>(types);
    all.addAll(more);
    return of(all);
  }

  private void add(NodeType type) {
    NodeSpec spec = type.spec();
    if (specs.stream().anyMatch(known -> known.type().equals(spec.type()))) {
      throw new IllegalArgumentException("two node types are called '" + spec.type() + "'");
    }
    types.add(type);
    specs.add(spec);
    for (Alias alias : spec.names()) {
      byName.computeIfAbsent(alias.name(), any -> new ArrayList<>()).add(new Known(type, spec, alias));
    }
  }

  /** The type of a saved node, or empty if nobody knows it. */
  public Optional<Known> find(StoredNode node) {
    for (Known known : byName.getOrDefault(node.name(), List.of())) {
      if (known.alias().when().test(node.saved())) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  public List<NodeSpec> specs() {
    return List.copyOf(specs);
  }
}
