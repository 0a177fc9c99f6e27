package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.run.States;
import io.spellmesh.engine.node.StateChange;
import io.spellmesh.runner.state.Orphans;
import io.spellmesh.runner.state.RunState;
import io.spellmesh.runner.state.StateStore;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What spells remember from run to run, of whom, and how much. */
class StateIT {
  private static final String COUNT =
      "(inputs, data, state) => { const n = (state.n ?? 0) + 1; return { output: n, state: { n } } }";

  @AutoClose
  private final TestMember member = TestMember.start(Map.of("runner.max-state-bytes", "10KB"));

  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));

  StateIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private static String code(String source) {
    return Graphs.through("Code", "{\"code\":" + Wire.text(source) + "}", "input", "output");
  }

  private RunView run(UUID user, UUID spell) {
    UUID run = Waiting.await(member.ask(user, Runner.START, new Runner.Start(Optional.empty(), spell,
        Wire.read("{\"Input\":1}", ObjectNode.class), Optional.empty(), Optional.empty()))).run();
    return Waiting.await(member.ask(user, Runner.AWAIT, new Runner.Which(run)));
  }

  private String output(UUID user, UUID spell) {
    return run(user, spell).outputs().orElseThrow().get("Output").toString();
  }

  @Test
  void aSpellRemembersEachPersonByItself() {
    UUID anns = shelf.put(ann, "count", code(COUNT));
    UUID anotherOfAnns = shelf.put(ann, "count too", code(COUNT));
    UUID bobs = shelf.put(bob, "count", code(COUNT));

    assertEquals(List.of("1", "2", "3"), List.of(output(ann, anns), output(ann, anns), output(ann, anns)));
    assertEquals("1", output(ann, anotherOfAnns));
    assertEquals("1", output(bob, bobs));
  }

  @Test
  void aSubSpellHasStateOfItsOwn() {
    UUID child = shelf.put(ann, "child", code(COUNT));
    UUID parent = shelf.put(ann, "parent", Graphs.through("Spell", """
        {"spellId":"%s","inputs":[{"name":"Input","socketKey":"in-1","socketType":"anySocket","taskType":"output"}],
         "outputs":[{"name":"Output","socketKey":"out-3","socketType":"anySocket","taskType":"output"}]}"""
        .formatted(child), "in-1", "out-3"));

    assertEquals("1", output(ann, parent));
    assertEquals("2", output(ann, parent));
    assertEquals("3", output(ann, child));
  }

  @Test
  void beginsWithWhatTheFileOfTheSpellHadItRemember() {
    UUID spell = shelf.put(ann, "begun", code(COUNT).replaceFirst("\\{", "{\"gameState\":{\"n\":41,\"kept\":true},"));
    UUID reading = shelf.put(ann, "reading", code("(inputs, data, state) => ({ output: state.n })")
        .replaceFirst("\\{", "{\"gameState\":{\"n\":7},"));

    assertEquals(List.of("42", "43"), List.of(output(ann, spell), output(ann, spell)));
    assertEquals(List.of("7", "7"), List.of(output(ann, reading), output(ann, reading)));
  }

  @Test
  void whatIsTooLargeIsRefusedAndLeavesWhatWas() {
    UUID spell = shelf.put(ann, "grow", code("(inputs, data, state) => { const text = (state.text ?? 'xxxx').repeat(8);"
        + " return { output: text.length, state: { text } } }"));

    assertEquals(List.of("32", "256", "2048"),
        IntStream.range(0, 3).mapToObj(i -> output(ann, spell)).toList());
    RunView refused = run(ann, spell);

    assertEquals(RunStatus.FAILED, refused.status());
    assertEquals("Code 2: makes the spell's state 16395 bytes large, may be 10240",
        refused.error().orElseThrow().message());
  }

  @Test
  void aStepThatIsRepeatedChangesStateOnce() {
    StateStore store = new StateStore(member.member().database().pool(), 10_000);
    UUID spell = UUID.randomUUID();
    StateChange add = new StateChange(Wire.read("{\"list\":1}", ObjectNode.class), StateChange.How.GROW);
    StateChange begin = new StateChange(Wire.read("{\"list\":[]}", ObjectNode.class), StateChange.How.SET);
    changed(store, spell, "run/1", begin);

    List<Future<JsonNode>> changes = IntStream.range(0, 40).mapToObj(i -> Future.fromCompletionStage(
        state(store).change(spell, "run/2[" + i / 2 + "]", add)).<JsonNode>map(state -> state)).toList();
    Waiting.await(Future.all(changes));

    assertEquals(20, changed(store, spell, "run/1", begin).get("list").size());
    assertTrue(changed(store, spell, "run/3", begin).get("list").isEmpty());
    Waiting.await(store.forget());
  }

  @Test
  void aPersonSeesAndChangesWhatASpellRemembers() {
    UUID spell = shelf.put(ann, "begun", code(COUNT).replaceFirst("\\{", "{\"gameState\":{\"n\":41,\"kept\":true},"));
    assertEquals("{\"n\":41,\"kept\":true}", remembered(spell));

    run(ann, spell);
    assertEquals("{\"n\":42,\"kept\":true}", remembered(spell));

    put(spell, Optional.of("n"), "9");
    assertEquals("10", output(ann, spell));
    put(spell, Optional.of("../né"), "{\"deep\":[null]}");
    put(spell, Optional.of("nothing"), "null");
    assertEquals("{\"n\":10,\"kept\":true,\"../né\":{\"deep\":[null]},\"nothing\":null}", remembered(spell));

    forget(spell, Optional.of("kept"));
    forget(spell, Optional.of("never there"));
    put(spell, Optional.empty(), "{\"n\":1}");
    States.State state = Waiting.await(member.ask(ann, States.GET, new States.Which(spell)));
    assertEquals("{\"n\":1}", state.values().toString());
    assertEquals(List.of(7L, 10_240L), List.of(state.bytes(), state.mostBytes()));

    forget(spell, Optional.empty());
    assertEquals("42", output(ann, spell));
  }

  @Test
  void aPersonMayMakeASpellRememberNoMoreThanItMayItself() {
    UUID spell = shelf.put(ann, "count", code(COUNT));
    put(spell, Optional.of("n"), "4");

    Failure refused = Waiting.failureOf(member.ask(ann, States.PUT, new States.Put(spell,
        Optional.of("text"), Wire.read(Wire.text("é".repeat(6_000)), JsonNode.class))));

    assertEquals(FailureCode.UNPROCESSABLE, refused.code());
    assertEquals("this makes the spell's state 12017 bytes large, may be 10240", refused.getMessage());
    assertEquals("{\"n\":4}", remembered(spell));
  }

  @Test
  void whatASpellRemembersOfOneIsNobodyElses() {
    UUID spell = shelf.put(ann, "count", code(COUNT));
    run(ann, spell);

    for (Future<?> asked : List.of(member.ask(bob, States.GET, new States.Which(spell)),
        member.ask(bob, States.PUT, new States.Put(spell, Optional.of("n"), Wire.read("9", JsonNode.class))),
        member.ask(bob, States.FORGET, new States.Forget(spell, Optional.empty())))) {
      assertEquals(FailureCode.NOT_FOUND, Waiting.failureOf(asked).code());
    }
    assertEquals("{\"n\":1}", remembered(spell));
  }

  @Test
  void whatADeletedSpellRememberedGoesToo() {
    UUID kept = shelf.put(ann, "kept", code(COUNT));
    UUID deleted = shelf.put(ann, "deleted", code(COUNT));
    UUID bobs = shelf.put(bob, "count", code(COUNT));
    List.of(kept, deleted).forEach(spell -> run(ann, spell));
    run(bob, bobs);
    shelf.take(deleted);

    Waiting.await(orphans().remove(Duration.ofHours(1)));
    assertEquals(Set.of(kept, deleted, bobs), haveState("state"), "looked at a moment ago");
    Waiting.await(orphans().remove(Duration.ZERO));

    assertEquals(Set.of(kept, bobs), haveState("state"));
    assertEquals(Set.of(kept, bobs), haveState("state_step"));
    assertEquals(List.of("2", "2"), List.of(output(ann, kept), output(bob, bobs)));
  }

  @Test
  void nothingIsForgottenWhileNobodyKnowsWhetherTheSpellIsThere() {
    UUID spell = shelf.put(ann, "count", code(COUNT));
    run(ann, spell);
    shelf.fail(new Failure(FailureCode.UNAVAILABLE, "no spells for the moment"));

    assertEquals(FailureCode.UNAVAILABLE, Waiting.failureOf(orphans().remove(Duration.ZERO)).code());
    assertEquals(Set.of(spell), haveState("state"));
  }

  private Orphans orphans() {
    return new Orphans(member.member().mesh(), member.member().issuer(),
        new StateStore(member.member().database().pool(), 10_000));
  }

  private Set<UUID> haveState(String table) {
    return Waiting.await(member.member().database().pool().query("SELECT spell FROM runner." + table).execute())
        .stream().map(row -> row.getUUID("spell")).collect(Collectors.toSet());
  }

  private String remembered(UUID spell) {
    return Waiting.await(member.ask(ann, States.GET, new States.Which(spell))).values().toString();
  }

  private void put(UUID spell, Optional<String> name, String json) {
    Waiting.await(member.ask(ann, States.PUT, new States.Put(spell, name, Wire.read(json, JsonNode.class))));
  }

  private void forget(UUID spell, Optional<String> name) {
    Waiting.await(member.ask(ann, States.FORGET, new States.Forget(spell, name)));
  }

  private JsonNode changed(StateStore store, UUID spell, String step, StateChange change) {
    return Waiting.await(Future.fromCompletionStage(state(store).change(spell, step, change)));
  }

  private RunState state(StateStore store) {
    return new RunState(store, ann, _ -> Future.succeededFuture(Wire.read("{}", ObjectNode.class)));
  }
}
