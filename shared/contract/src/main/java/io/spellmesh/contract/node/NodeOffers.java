package io.spellmesh.contract.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Node types that other JVMs on the bus offer to everyone's spells. An offer holds for a while and is made again
 * and again; {@link NodeProvider} does that. Offering needs the role {@code admin}, because what goes through an
 * offered node is shown to who offers it.
 */
public interface NodeOffers {
  /** How long an offer holds that is not made again. */
  Duration HOLDS = Duration.ofSeconds(15);
  int MOST_TYPES = 200;
  /** How long a body may take at most; the node's own time-out is usually over before. */
  Duration LONGEST_BODY = Duration.ofMinutes(15);

  /**
   * Offers types, or offers none any more. FORBIDDEN without the role, CONFLICT if a type is built in or offered
   * by another.
   */
  Operation<Offer, Nothing> OFFER = Operation.at("spellmesh.runner.offer", Offer.class, Nothing.class);

  /**
   * One run of one node's body, asked of the provider by its name ({@code BODY.on(provider)}) with the token of
   * the run.
   */
  Operation<Body, Outcome> BODY =
      Operation.at("spellmesh.provider.run", Body.class, Outcome.class).withPatience(LONGEST_BODY);

  /**
   * @param provider its name, 1 to 40 of {@code [a-z0-9-]}; JVMs that share one share the work
   * @param types    all that it offers from now on
   */
  record Offer(String provider, List<NodeTypeInfo> types) {
    private static final Set<String> EFFECTS = Set.of("pure", "read", "idempotent", "unsafe");

    public Offer {
      if (!provider.matches("[a-z0-9-]{1,40}")) {
        throw new IllegalArgumentException("provider is '" + provider + "', must be 1 to 40 of a-z 0-9 -");
      }
      types = List.copyOf(types);
      if (types.size() > MOST_TYPES) {
        throw new IllegalArgumentException("types has " + types.size() + " items, must be at most " + MOST_TYPES);
      }
      types.forEach(Offer::check);
      if (types.stream().map(NodeTypeInfo::type).distinct().count() < types.size()) {
        throw new IllegalArgumentException("types has one type twice");
      }
    }

    private static void check(NodeTypeInfo info) {
      Objects.requireNonNull(info.title(), "title is missing");
      if (!info.type().matches("[a-z0-9]+(-[a-z0-9]+)*") || info.type().length() > 80) {
        throw new IllegalArgumentException("type is '" + info.type() + "', must be kebab-case, at most 80 characters");
      }
      if (!EFFECTS.contains(info.effect())) {
        throw new IllegalArgumentException("effect is '" + info.effect() + "', must be one of " + EFFECTS);
      }
    }
  }

  /**
   * @param type      which of the offered types
   * @param key       unique for this step of the run, the same in every attempt
   * @param data      the node's saved data
   * @param inputs    the first value of each wired data socket that has one, by the socket's name
   * @param outputs   keys of the node's outputs, the type's and those that people added
   * @param reachedBy key of the trigger socket it was reached by; absent if it is pulled
   */
  record Body(String type, String key, ObjectNode data, Map<String, JsonNode> inputs, List<String> outputs,
      Optional<String> reachedBy) {}

  /**
   * @param outputs by output key; others are absent
   * @param fired   keys of the trigger outputs that fire, in order; absent for all but {@code error}
   */
  record Outcome(Map<String, JsonNode> outputs, Optional<List<String>> fired) {}
}
