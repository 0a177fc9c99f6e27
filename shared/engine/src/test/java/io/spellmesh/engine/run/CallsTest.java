package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.engine.lab.Drawing;
import io.spellmesh.engine.lab.Heard;
import io.spellmesh.engine.lab.Samples;
import io.spellmesh.engine.lab.SeededHost;
import io.spellmesh.engine.lab.Stage;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SpellCall;
import io.spellmesh.engine.plan.NodeCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Spells that are named by a value while the run is under way. */
class CallsTest {
  private static final Input<String> NAME = Input.text("name");
  private static final NodeType CALL = Samples.type(
      NodeSpec.of("call", "Call").in(Samples.TRIGGER_IN, NAME).out(Samples.TRIGGER, Samples.OUTPUT, Output.trigger("error"))
          .role(new Role.Caller()), run -> { },
      run -> run.answer().map(outputs -> Result.of(Samples.OUTPUT, outputs)).orElseGet(() ->
          Result.calling(new SpellCall(run.find(NAME).orElseGet(() -> run.data().path("spell").asText()),
              Stage.json("{\"a\":1,\"extra\":2}"), Optional.of(TextNode.valueOf("main"))))));

  /** Calls the spells of its card one after the other, and tells what became of each. */
  private static final NodeType CALLS = Samples.type(
      NodeSpec.of("calls", "Calls").in(Samples.TRIGGER_IN).out(Samples.TRIGGER, Samples.OUTPUT).role(new Role.Caller()),
      run -> { }, CallsTest::callsNext);

  private static Result callsNext(NodeRun run) {
    List<String> spells = List.of(run.data().path("spells").asText().split(","));
    ArrayNode told = JsonNodeFactory.instance.arrayNode();
    run.answer().ifPresent(answer -> {
      answer.get("kept").forEach(told::add);
      told.add(answer.has("error") ? answer.get("error") : answer.get("outputs"));
    });
    return told.size() == spells.size() ? Result.of(Samples.OUTPUT, told)
        : Result.calling(new SpellCall(spells.get(told.size()), JsonNodeFactory.instance.objectNode(),
            Optional.empty(), Optional.of(told)));
  }

  private final NodeCatalog catalog = Samples.with(CALL, CALLS);
  private final Map<String, Drawing> shelf = new HashMap<>();
  private final Drawing root = spell("root");
  private final String call = calling(root, "child");
  private final SeededHost host = new SeededHost(0).finding((within, name) -> {
    if (!shelf.containsKey(name)) {
      throw new NodeFailure("there is no spell '" + name + "'");
    }
    return new Linker(name, name, Stage.plan(shelf.get(name), catalog)).link();
  });

  CallsTest() {
    String output = root.add("Output", "out");
    root.then(call, output).give(call, output);
  }

  @Test
  void runsTheSpellUnderTheStepAndAnswersItsBodyWithTheOutputs() {
    Drawing child = spell("child");
    child.give(child.add("Input", "x"), child.add("Output", "first"));
    child.give(child.add("Input", "a"), child.add("Output", "second"));

    Heard heard = play();

    assertEquals("{\"first\":\"main\",\"second\":1}", heard.output());
    assertTrue(heard.started().containsAll(List.of("2", "2/2", "2/3", "2/4", "2/5")), heard.started().toString());
    assertEquals(1, heard.all(RunEvent.NodeStarted.class).filter(started -> started.step().equals("2")).count());
    assertEquals(List.of("the spell 'child' has no input 'extra'; its value was left out"),
        heard.all(RunEvent.NodeLog.class).map(RunEvent.NodeLog::text).toList());
  }

  @Test
  void findsTheSpellOnceHoweverOftenItIsCalled() {
    spell("child").then("1", shelf.get("child").add("Mix"));
    String loop = root.add("For Each");
    root.data(loop).put("count", 3);
    String again = root.add("Call");
    root.data(again).put("spell", "child");
    root.then("1", loop).wire(loop, "each", again, "trigger");

    play();

    assertEquals(List.of("root child"), host.sought());
  }

  @Test
  void failsTheNodeWhereThereIsNoSuchSpell() {
    assertEquals("Call 2: there is no spell 'child'", play().error().message());
  }

  @Test
  void refusesASpellThatCallsItselfWithThePath() {
    calling(spell("child"), "grandchild");
    calling(spell("grandchild"), "child");

    assertEquals("in the spell 'child' → 'grandchild': "
        + "Call 2: a spell may not contain itself: 'child' → 'grandchild' → 'child'", play().error().message());
  }

  @Test
  void refusesSpellsThatLieTooDeep() {
    calling(spell("child"), "1");
    for (int i = 1; i < 30; i++) {
      calling(spell(Integer.toString(i)), Integer.toString(i + 1));
    }

    String message = play().error().message();

    assertTrue(message.contains("'19': Call 2: spells lie more than 20 deep in one another: "
        + "'root' → 'child' → '1' → "), message);
    assertTrue(message.endsWith(" → '19' → '20'"), message);
  }

  @Test
  void reachesTheErrorOfTheNodeWhenItsSpellFails() {
    Drawing child = spell("child");
    child.then("1", child.add("Fail"));
    root.wire(call, "error", "3", "trigger").wire(call, "message", "3", "input");

    assertEquals("\"in the spell 'child': Fail 2: it went wrong\"", play().output());
  }

  @Test
  void aBodyThatKeepsSomethingCallsSeveralSpellsAndHearsOfTheirFailures() {
    Drawing well = spell("well");
    well.then("1", well.add("Mix"));
    Drawing ill = spell("ill");
    ill.then("1", ill.add("Fail"));
    callsAll("well,ill,none,well");

    Heard heard = play();

    assertEquals("[{},\"Fail 2: it went wrong\",\"Calls 4: there is no spell 'none'\",{}]", heard.outputs().get("all")
        .toString());
    assertTrue(heard.started().containsAll(List.of("4", "4[0]/2", "4[1]/2", "4[3]/2")), heard.started().toString());
    assertEquals(1, heard.started().stream().filter("4"::equals).count());
  }

  @Test
  void aBodyThatBeginsAnewAfterACrashTakesNothingOfWhatItCalledBefore() {
    Drawing well = spell("well");
    String slow = well.add("Slow");
    well.then("1", slow).give(slow, well.add("Output", "answer"));
    callsAll("well,well");
    Heard whole = play();

    Heard rest = Stage.play(program(), Stage.json("{}"), RunSettings.USUAL.after(
        History.of(whole.events().stream().takeWhile(event -> !(event instanceof RunEvent.NodeStarted started)
            || !started.step().equals("4[1]/2")).toList()), Map.of()), host);

    assertTrue(whole.started().contains("4[1]/2"), whole.started().toString());
    assertEquals(whole.outputs(), rest.outputs());
    assertTrue(rest.started().stream().noneMatch(step -> step.startsWith("4[0]/")), rest.started().toString());
  }

  /** Adds node 4, and an output of what it gives. @return its id */
  private String callsAll(String spells) {
    spell("child").then("1", shelf.get("child").add("Mix"));
    String all = root.add("Calls");
    root.data(all).put("spells", spells);
    String output = root.add("Output", "all");
    root.then("1", all).then(all, output).give(all, output);
    return all;
  }

  @Test
  void goesOnAfterACrashAfterAnyEvent() {
    Drawing child = spell("child");
    String slow = child.add("Slow");
    child.then("1", slow).give(slow, child.add("Output", "answer"));
    Heard whole = play();

    for (int crash = 1; crash < whole.events().size(); crash++) {
      Heard rest = Stage.play(program(), Stage.json("{}"),
          RunSettings.USUAL.after(History.of(whole.events().subList(0, crash)), Map.of()), host);

      assertEquals(whole.outputs(), rest.outputs(), "after event " + crash);
    }
  }

  /** A new spell that begins with a trigger, which is node 1. */
  private Drawing spell(String name) {
    Drawing drawing = new Drawing();
    drawing.add("Trigger In");
    shelf.put(name, drawing);
    return drawing;
  }

  private static String calling(Drawing drawing, String spell) {
    String id = drawing.add("Call");
    drawing.data(id).put("spell", spell);
    drawing.then("1", id);
    return id;
  }

  private Program program() {
    return new Linker("root", "root", Stage.plan(root, catalog)).link();
  }

  private Heard play() {
    return Stage.play(program(), Stage.json("{}"), RunSettings.USUAL, host);
  }
}
