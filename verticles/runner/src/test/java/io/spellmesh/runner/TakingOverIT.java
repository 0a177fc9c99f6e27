package io.spellmesh.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.contract.tab.Tabs;
import io.spellmesh.testkit.TestMember;
import io.spellmesh.testkit.Waiting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runs that take over what is pinned, or what an earlier run gave; and spells that are named by a value. */
class TakingOverIT {
  @AutoClose
  private final TestMember member = TestMember.start();

  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();
  private final SpellShelf shelf = Waiting.await(SpellShelf.open(member.member()));

  TakingOverIT() {
    member.deploy(new SpellManagerVerticle(member.member()));
  }

  private static Runner.Start start(UUID spell, String inputs, String pinned, Optional<Runner.From> from) {
    Map<String, ObjectNode> pins = new LinkedHashMap<>();
    Wire.read(pinned.replace('\'', '"'), ObjectNode.class).properties()
        .forEach(node -> pins.put(node.getKey(), (ObjectNode) node.getValue()));
    return new Runner.Start(Optional.empty(), spell, Wire.read(inputs.replace('\'', '"'), ObjectNode.class),
        Optional.empty(), Optional.empty(), pins.isEmpty() ? Optional.empty() : Optional.of(pins), from, Optional.empty());
  }

  private RunView run(Runner.Start start) {
    UUID run = Waiting.await(member.ask(ann, Runner.START, start)).run();
    return Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(run)));
  }

  private Failure refusal(Runner.Start start) {
    return assertThrows(Failure.class, () -> Waiting.await(member.ask(ann, Runner.START, start)));
  }

  private List<RunEvent> events(UUID run) {
    List<RunEvent> events = new ArrayList<>();
    Waiting.await(member.ask(ann, Runner.SINCE, new Runner.Since(run, Optional.empty(), 0))).groups()
        .forEach(group -> events.addAll(group.events()));
    return events;
  }

  private List<String> cached(UUID run) {
    return events(run).stream().filter(RunEvent.NodeCompleted.class::isInstance).map(RunEvent.NodeCompleted.class::cast)
        .filter(done -> done.cached().isPresent()).map(RunEvent.NodeCompleted::step).toList();
  }

  private static Map<String, JsonNode> output(String text) {
    return Map.of("Output", TextNode.valueOf(text));
  }

  @Test
  void givesWhatIsPinnedAndSaysSo() {
    UUID spell = shelf.put(ann, "repeat", Graphs.repeat(2));

    RunView run = run(start(spell, "{'Input':'ab'}", "{'2':{'output':'pinned'}}", Optional.empty()));

    assertEquals(output("pinned"), run.outputs().orElseThrow());
    assertEquals(List.of("2"), cached(run.id()));
  }

  @Test
  void runsFromANodeWithTheResultsOfAnEarlierRun() {
    UUID spell = shelf.put(ann, "repeat", Graphs.repeat(2));
    RunView first = run(start(spell, "{'Input':'ab'}", "{}", Optional.empty()));

    RunView below = run(start(spell, "{}", "{}", Optional.of(new Runner.From(first.id(), "3"))));
    RunView whole = run(start(spell, "{'Input':'xy'}", "{}", Optional.of(new Runner.From(first.id(), "2"))));

    assertEquals(output("abab"), below.outputs().orElseThrow());
    assertEquals(List.of("2"), cached(below.id()));
    assertEquals("{\"Input\":\"ab\"}", ((RunEvent.Started) events(below.id()).getFirst()).inputs().toString());
    assertEquals(output("xyxy"), whole.outputs().orElseThrow());
    assertEquals(List.of(), cached(whole.id()));
  }

  @Test
  void takesOverLargeValuesToo() {
    UUID spell = shelf.put(ann, "repeat", Graphs.repeat(20_000));
    RunView first = run(start(spell, "{'Input':'ab'}", "{}", Optional.empty()));

    RunView below = run(start(spell, "{}", "{}", Optional.of(new Runner.From(first.id(), "3"))));

    assertEquals(first.outputs(), below.outputs());
    ObjectNode pinned = JsonNodeFactory.instance.objectNode();
    pinned.putObject("2").put("output", "ab".repeat(20_000));
    assertEquals(first.outputs(), run(start(spell, "{}", pinned.toString(), Optional.empty())).outputs());
  }

  @Test
  void keepsWhatItTookOverThroughAWait() {
    UUID spell = shelf.put(ann, "asks", Graphs.askingTwo());
    RunView run = run(start(spell, "{}", "{'2':{'output':'pinned'}}", Optional.empty()));
    assertEquals(RunStatus.WAITING, run.status());

    Waiting.await(member.ask(ann, Runner.ANSWER, new Runner.Answer(run.id(), "4", TextNode.valueOf("said"))));

    RunView end = Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(run.id())));
    assertEquals(Map.of("Output", TextNode.valueOf("pinned"), "Other", TextNode.valueOf("said")),
        end.outputs().orElseThrow());
    RunView again = run(start(spell, "{}", "{}", Optional.of(new Runner.From(run.id(), "5"))));
    assertEquals(end.outputs(), again.outputs());
  }

  @Test
  void saysWhatItCannotTakeOver() {
    UUID spell = shelf.put(ann, "repeat", Graphs.repeat(2));
    UUID other = shelf.put(ann, "other", Graphs.repeat(2));
    UUID bobs = shelf.put(bob, "repeat", Graphs.repeat(2));
    UUID ofOther = run(start(other, "{'Input':'ab'}", "{}", Optional.empty())).id();
    UUID ofBob = Waiting.await(member.ask(bob, Runner.START, start(bobs, "{'Input':'ab'}", "{}", Optional.empty()))).run();
    UUID unknown = UUID.randomUUID();

    for (UUID run : List.of(ofOther, ofBob, unknown)) {
      Failure refused = refusal(start(spell, "{}", "{}", Optional.of(new Runner.From(run, "2"))));
      assertEquals(FailureCode.UNPROCESSABLE, refused.code());
      assertEquals("from names the run '" + run + "', which is no run of this spell", refused.getMessage());
    }
    assertEquals("the spell has no node '9' whose outputs could be pinned",
        refusal(start(spell, "{}", "{'9':{}}", Optional.empty())).getMessage());
    UUID own = run(start(spell, "{'Input':'ab'}", "{}", Optional.empty())).id();
    assertEquals("the spell has no node '9' to run from",
        refusal(start(spell, "{}", "{}", Optional.of(new Runner.From(own, "9")))).getMessage());
  }

  @Test
  void takesOverInATabToo() {
    UUID spell = shelf.put(ann, "repeat", Graphs.repeat(2));
    Browser anns = Browser.of(member, ann);
    anns.open("t1", spell);
    UUID first = anns.run("t1", spell, Tabs.OnDisconnect.CONTINUE);
    Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(first)));

    UUID pinned = anns.ask(Tabs.RUN, new Tabs.Start("t1", spell, UUID.randomUUID(), Wire.read("{}", ObjectNode.class),
        Optional.of(Map.of("2", JsonNodeFactory.instance.objectNode().put("output", "pinned"))), Optional.empty(),
        Optional.empty(), Optional.empty())).run();
    UUID from = anns.ask(Tabs.RUN, new Tabs.Start("t1", spell, UUID.randomUUID(), Wire.read("{}", ObjectNode.class),
        Optional.empty(), Optional.of(new Runner.From(first, "3")), Optional.empty(), Optional.empty())).run();
    UUID alone = anns.ask(Tabs.RUN, new Tabs.Start("t1", spell, UUID.randomUUID(), Wire.read("{}", ObjectNode.class),
        Optional.empty(), Optional.of(new Runner.From(first, "2")), Optional.of("2"), Optional.empty())).run();

    assertEquals(output("pinned"),
        Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(pinned))).outputs().orElseThrow());
    assertEquals(output("abab"),
        Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(from))).outputs().orElseThrow());
    assertEquals(List.of("2"), cached(from));
  }

  /** Whoever follows a run hears it, and so does who asks after its events, while the run goes on. */
  @Test
  void respondsBeforeTheRunHasEnded() {
    String graph = """
        {"id":"demo@0.1.0","nodes":{
         "1":{"id":1,"name":"Input","data":{"name":"Input"},"inputs":{},
          "outputs":{"trigger":{"connections":[{"node":2,"input":"trigger","data":{}}]},
           "output":{"connections":[{"node":2,"input":"input","data":{}}]}},"position":[0,0]},
         "2":{"id":2,"name":"Respond","data":{},"inputs":{
           "trigger":{"connections":[{"node":1,"output":"trigger","data":{}}]},
           "input":{"connections":[{"node":1,"output":"output","data":{}}]}},
          "outputs":{"trigger":{"connections":[{"node":3,"input":"trigger","data":{}}]}},"position":[100,0]},
         "3":{"id":3,"name":"Held","data":{"gate":"respond"},"inputs":{
           "trigger":{"connections":[{"node":2,"output":"trigger","data":{}}]}},"outputs":{},"position":[200,0]}}}
        """;
    UUID spell = shelf.put(ann, "responds", graph);
    Screen screen = Screen.of(member, ann, spell);
    UUID run = Waiting.await(member.ask(ann, Runner.START, start(spell, "{'Input':'soon'}", "{}", Optional.empty()))).run();

    Waiting.until(() -> screen.events().stream().anyMatch(TakingOverIT::isResponse));

    assertEquals(RunStatus.RUNNING, Waiting.await(member.ask(ann, Runner.GET, new Runner.Which(run))).status());
    assertEquals(1, events(run).stream().filter(TakingOverIT::isResponse).count());
    HeldNode.gate("respond").complete("open");
    assertEquals(RunStatus.COMPLETED, Waiting.await(member.ask(ann, Runner.AWAIT, new Runner.Which(run))).status());
  }

  private static boolean isResponse(RunEvent event) {
    return event instanceof RunEvent.NodeCompleted done && done.step().equals("2")
        && done.outputs().equals(Map.of("output", TextNode.valueOf("soon")));
  }

  @Test
  void isAnotherRunWithOtherPins() {
    UUID spell = shelf.put(ann, "repeat", Graphs.repeat(2));
    Runner.Start first = start(spell, "{'Input':'ab'}", "{'2':{'output':'one'}}", Optional.empty());
    UUID id = run(first).id();

    Runner.Start same = new Runner.Start(Optional.of(id), spell, first.inputs(), Optional.empty(), Optional.empty(),
        Optional.of(Map.of("2", JsonNodeFactory.instance.objectNode().put("output", "two"))), Optional.empty(),
        Optional.empty());

    assertEquals(FailureCode.CONFLICT, refusal(same).code());
  }

  @Test
  void runsTheSpellThatAValueNames() {
    UUID child = shelf.put(ann, "child", Graphs.repeat(3));
    String call = Graphs.through("Skill", "{\"spellName\":\"child\"}", "content", "output");
    RunView run = run(start(shelf.put(ann, "caller", call), "{'Input':'ab'}", "{}", Optional.empty()));

    assertEquals(output("ababab"), run.outputs().orElseThrow());
    assertEquals(List.of("1", "2", "2/1", "2/2", "2/3", "3"), events(run.id()).stream()
        .filter(RunEvent.NodeStarted.class::isInstance).map(event -> ((RunEvent.NodeStarted) event).step()).toList());
    String byId = Graphs.through("Skill", "{\"spellName\":\"" + child + "\"}", "content", "output");
    assertEquals(output("ababab"),
        run(start(shelf.put(ann, "by id", byId), "{'Input':'ab'}", "{}", Optional.empty())).outputs().orElseThrow());
  }

  @Test
  void failsTheNodeThatNamesASpellWhichIsNotThereOrItsOwn() {
    String unknown = Graphs.through("Skill", "{\"spellName\":\"nobody\"}", "content", "output");
    String own = Graphs.through("Skill", "{\"spellName\":\"self\"}", "content", "output");
    shelf.put(bob, "nobody", Graphs.repeat(3));

    assertEquals("Skill 2: there is no spell 'nobody' in the project",
        run(start(shelf.put(ann, "caller", unknown), "{'Input':'ab'}", "{}", Optional.empty())).error().orElseThrow()
            .message());
    assertEquals("Skill 2: a spell may not contain itself: 'self' → 'self'",
        run(start(shelf.put(ann, "self", own), "{'Input':'ab'}", "{}", Optional.empty())).error().orElseThrow()
            .message());
  }
}
