package io.spellmesh.nodes.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.CodeAsk;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CodeTest {

  private static Trial code(Function<CodeAsk, JsonNode> sandbox) {
    return Trial.of(new Code()).in(new Asked(sandbox));
  }

  private static Trial giving(String json) {
    return code(_ -> Trial.json(json)).with("output", SocketType.ANY);
  }

  @Test
  void callsTheFunctionWithInputsAndData() {
    Trial trial = code(ask -> JsonNodeFactory.instance.objectNode().set("output",
            JsonNodeFactory.instance.arrayNode().add(ask.source()).add(ask.name()).addAll(ask.arguments())))
        .set("code", "(inputs) => inputs").given("a", "1", "2").given("b", "'x'");

    assertEquals("{'output':['(inputs) => inputs','input',{'a':1,'b':'x'},{'code':'(inputs) => inputs'},{}]}",
        trial.outputsOfRun());
    assertEquals(List.of("info: called"), trial.lines());
  }

  @Test
  void givesValuesByTheKeyOfTheirSocketToo() {
    String outputs = code(ask -> JsonNodeFactory.instance.objectNode().set("output", ask.arguments().get(0)))
        .set("{'inputs':[{'name':'question','socketKey':'6d2f'}]}").named("6d2f", "question", "'why'").outputsOfRun();

    assertEquals("{'output':{'question':'why','6d2f':'why'}}", outputs);
  }

  @Test
  void fieldsGoToTheOutputsOfTheirName() {
    assertEquals("{'output':1,'other':[2]}", giving("{'output':1,'other':[2],'trigger':true}").outputsOfRun());
    assertEquals("{'shown':3,'key':3}",
        giving("{'shown':3}").with(new Output("key", "shown", SocketType.ANY)).outputsOfRun());
  }

  @Test
  void nothingReturnedIsNoOutput() {
    assertEquals("{}", giving("null").outputsOfRun());
  }

  @Test
  void saysThatItNeedsAnObject() {
    assertEquals("returns \"yes\", must return an object with a field for each output, such as { output: … }",
        giving("'yes'").failure());
    assertTrue(giving("[" + "1,".repeat(100) + "1]").failure().startsWith("returns [1,1,"));
  }

  @Test
  void seesWhatTheSpellRemembersAndMergesWhatItReturns() {
    Asked world = new Asked(ask -> JsonNodeFactory.instance.objectNode().<ObjectNode>set("output",
        ask.arguments().get(2)).set("state", Trial.json("{'n':2}")), (ObjectNode) Trial.json("{'n':1,'old':[1]}"));

    assertEquals("{'output':{'n':1,'old':[1]},'state':{'n':2}}",
        Trial.of(new Code()).set("code", "(inputs, data, state) => 0").in(world).outputsOfRun());
    assertEquals("[{\"n\":2}]", world.changes().toString());
    Trial.of(new Code()).set("code", "() => 0").in(world).run();
    assertEquals("[{\"n\":2}, {\"n\":2}]", world.changes().toString());
  }

  @Test
  void failsWhereThereIsNoSandbox() {
    assertEquals("runs code, which cannot be run here", Trial.of(new Code()).set("code", "() => 1").failure());
  }
}
