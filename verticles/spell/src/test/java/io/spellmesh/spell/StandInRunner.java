package io.spellmesh.spell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.run.Runner.ReadSpell;
import io.spellmesh.kit.Member;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers what the spell room asks of the runner. Reads bare graphs and the two formats of ours; a node
 * named {@code unheard-of} is a mistake.
 */
final class StandInRunner extends VerticleBase {
  final List<UUID> askers = new ArrayList<>();
  private final Member member;

  StandInRunner(Member member) {
    this.member = member;
  }

  @Override
  public Future<?> start() {
    return member.serving().serve(Runner.READ_FILE, this::read);
  }

  private Future<Runner.ReadSpells> read(Caller caller, Runner.SpellFile question) {
    askers.add(caller.user());
    JsonNode file = question.file();
    if (file.has("nodes")) {
      ReadSpell bare = new ReadSpell("bare graph", Optional.empty(), (ObjectNode) file, object(), mistakes(file));
      return Future.succeededFuture(new Runner.ReadSpells(List.of(bare), List.of()));
    }
    if (file.has("spells")) {
      List<ReadSpell> spells = new ArrayList<>();
      file.get("spells").forEach(spell -> spells.add(one(spell)));
      return Future.succeededFuture(new Runner.ReadSpells(spells, List.of(Mistake.of("a project"))));
    }
    return file.has("graph")
        ? Future.succeededFuture(new Runner.ReadSpells(List.of(one(file)), List.of()))
        : Future.failedFuture(Failure.badRequest("this is no spell"));
  }

  private static ReadSpell one(JsonNode spell) {
    return new ReadSpell(spell.path("name").asText(),
        Optional.ofNullable(spell.get("id")).map(JsonNode::asText), (ObjectNode) spell.get("graph"),
        spell.has("wrapper") ? (ObjectNode) spell.get("wrapper") : object(), mistakes(spell.path("graph")));
  }

  private static List<Mistake> mistakes(JsonNode graph) {
    List<Mistake> mistakes = new ArrayList<>();
    for (var node : graph.path("nodes").properties()) {
      if (node.getValue().path("name").asText().equals("unheard-of")) {
        mistakes.add(Mistake.at(node.getKey(), "no node type 'unheard-of'"));
      }
    }
    return mistakes;
  }

  private static ObjectNode object() {
    return SpellRoom.graph("{}");
  }
}
