package io.spellmesh.spell;

import static io.spellmesh.testkit.Waiting.await;
import static io.spellmesh.testkit.Waiting.failureOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Page;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.spell.Spells;
import io.spellmesh.contract.spell.Spells.NewSpell;
import io.spellmesh.contract.spell.Spells.Spell;
import io.spellmesh.testkit.TestMember;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A member that serves the spell room, with a stand-in for the runner; each test brings its own users. */
final class SpellRoom implements AutoCloseable {
  final TestMember member;
  final StandInRunner runner;

  private SpellRoom(TestMember member) {
    this.member = member;
    this.runner = new StandInRunner(member.member());
    member.deploy(runner);
    member.deploy(new SpellVerticle(member.member()));
  }

  static SpellRoom open() {
    return open(Map.of());
  }

  static SpellRoom open(Map<String, String> settings) {
    return new SpellRoom(TestMember.start(settings));
  }

  <Q, A> Future<A> asking(UUID user, Operation<Q, A> operation, Q question) {
    return member.ask(user, operation, question);
  }

  <Q, A> A ask(UUID user, Operation<Q, A> operation, Q question) {
    return await(asking(user, operation, question));
  }

  <Q> Failure refusal(UUID user, Operation<Q, ?> operation, Q question) {
    return failureOf(asking(user, operation, question));
  }

  Spell create(UUID user, String name) {
    return ask(user, Spells.CREATE, new NewSpell(name, Optional.empty(), graph("{\"nodes\":{}}")));
  }

  static ObjectNode graph(String json) {
    return Wire.read(json, ObjectNode.class);
  }

  static Spells.Which newest(UUID spell) {
    return new Spells.Which(spell, Optional.empty());
  }

  static Page page(int limit, Optional<String> after) {
    return new Page(Optional.of(limit), after);
  }

  @Override
  public void close() {
    member.close();
  }
}
