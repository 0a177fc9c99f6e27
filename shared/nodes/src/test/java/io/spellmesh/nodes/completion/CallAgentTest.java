package io.spellmesh.nodes.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.completion.Completions.Message;
import io.spellmesh.contract.completion.Completions.Role;
import io.spellmesh.contract.completion.Completions.Tool;
import io.spellmesh.contract.completion.Completions.ToolCall;
import io.spellmesh.engine.node.HttpAnswer;
import io.spellmesh.engine.node.HttpAsk;
import io.spellmesh.engine.node.SpellCall;
import io.spellmesh.engine.node.Capabilities;
import io.spellmesh.contract.Operation;
import io.spellmesh.nodes.Trial;
import io.spellmesh.nodes.tool.LoopbackMcp;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CallAgentTest {
  @AutoClose
  private final LoopbackMcp web = new LoopbackMcp();

  private final Replying model = new Replying(web);

  private Trial trial() {
    return Trial.of(new CallAgent()).in(model).given("input", "'What is 2 and 3?'");
  }

  @Test
  void callsToolsUntilTheModelAnswers() {
    model.calls("Let me see.", new ToolCall("c1", "add", "{\"a\":2,\"b\":3}"), new ToolCall("c2", "fail", ""))
        .says("It is 5.");
    Trial trial = trial().set("mcp", web.url() + " , ");

    assertEquals("{'result':'It is 5.','calls':[{'name':'add','arguments':'{\\'a\\':2,\\'b\\':3}','result':'5'},"
        + "{'name':'fail','arguments':'','error':'it cannot be done'}]}", trial.outputsOfRun());
    assertEquals(List.of("add", "fail", "places_find"),
        model.asked().getFirst().tools().orElseThrow().stream().map(Tool::name).toList());
    assertEquals(List.of(new Message(Role.USER, "What is 2 and 3?"),
        new Message(Role.ASSISTANT, "Let me see.", Optional.of(List.of(
            new ToolCall("c1", "add", "{\"a\":2,\"b\":3}"), new ToolCall("c2", "fail", ""))), Optional.empty()),
        new Message(Role.TOOL, "5", Optional.empty(), Optional.of("c1")),
        new Message(Role.TOOL, "It failed: it cannot be done", Optional.empty(), Optional.of("c2"))),
        model.asked().get(1).messages());
    assertEquals(List.of("info: calls add {\"a\":2,\"b\":3}", "info: add gave: 5", "info: calls fail ",
        "warn: fail failed: it cannot be done"), trial.lines());
    assertEquals(List.of("result: Let me see.", "result: It is 5."), trial.pieces());
    assertEquals("DELETE", web.heard().getLast());
  }

  @Test
  void aToolOfTheWebGetsItsArgumentsWhereTheyBelongAndNowhereElse() {
    model.calls("", new ToolCall("c1", "weather", "{\"city\":\"../Rome?x\",\"unit\":\"C&d\"}"),
        new ToolCall("c2", "weather", "{\"city\":\"nowhere\"}")).says("Sunny.");

    trial().given("tools", "[{'name':'weather','description':'Tells the weather','parameters':{'type':'object'},"
        + "'http':{'url':'" + web.base() + "/weather/{city}'}}]").run();

    assertEquals(List.of("GET /weather/..%2FRome%3Fx?unit=C%26d", "GET /weather/nowhere"), web.heard());
    List<Message> said = model.asked().get(1).messages();
    assertEquals("sunny", said.get(2).content());
    assertEquals("It failed: answered with status 404: sunny", said.get(3).content());
  }

  @Test
  void toolsOfAListingAreCalledWhereTheyWereListed() {
    model.calls("", new ToolCall("c1", "add", "{\"a\":1,\"b\":1}")).says("2");

    assertTrue(trial().given("tools", "[{'name':'add','inputSchema':{},'mcp':{'url':'" + web.url() + "'}}]")
        .outputsOfRun().contains("'result':'2'"));
  }

  @Test
  void whatIsNoToolAndNoArgumentIsToldToTheModel() {
    model.calls("", new ToolCall("c1", "nothing", "{}"), new ToolCall("c2", "add", "[1]"),
        new ToolCall("c3", "add", "{\"a\":")).says("Well.");

    trial().set("mcp", web.url()).run();

    List<Message> told = model.asked().get(1).messages().subList(2, 5);
    assertEquals("It failed: there is no tool 'nothing', there are add, fail, places_find", told.get(0).content());
    assertEquals("It failed: the arguments are no JSON object: [1]", told.get(1).content());
    assertEquals("It failed: the arguments are no JSON object: {\"a\":", told.get(2).content());
  }

  @Test
  void endsAfterAsManyRoundsAsItMayHave() {
    ToolCall call = new ToolCall("c", "add", "{}");
    model.calls("", call).calls("", call).calls("", call);

    assertEquals("the model wants to call tools still, after 2 rounds of calls, which is as many as it may have",
        trial().set("mcp", web.url()).set("rounds", "2").failure());
    assertEquals(2, web.heard().stream().filter("tools/call"::equals).count());
  }

  @Test
  void aStopInACallIsNoAnswerForTheModel() {
    Replying stopped = new Replying(new Capabilities() {
      @Override
      public <Q, A> CompletableFuture<A> ask(Operation<Q, A> operation, Q question) {
        return web.ask(operation, question);
      }

      @Override
      public CompletableFuture<HttpAnswer> http(HttpAsk ask) {
        return CompletableFuture.failedFuture(new IllegalStateException("the run was stopped"));
      }
    }).calls("", new ToolCall("c", "weather", "{}"));

    assertThrows(IllegalStateException.class, () -> trial().in(stopped).given("tools",
        "[{'name':'weather','http':{'url':'http://127.0.0.1/'}}]").run());
    assertEquals(1, stopped.asked().size());
  }

  @Test
  void aSpellIsTheEnginesToRunAndTheConversationGoesOnAfterIt() {
    model.calls("", new ToolCall("c1", "add", "{\"a\":1,\"b\":1}"), new ToolCall("c2", "Greet_people",
        "{\"input\":\"Ada\",\"mood\":\"glad\"}"), new ToolCall("c3", "search", "{\"words\":\"Ada\"}")).says("Done.");
    String tools = "[{'name':'search','description':'Searches','spell':'0b1c','parameters':{'type':'object'}}]";

    SpellCall first = trial().set("spells", "Greet people").set("mcp", web.url()).given("tools", tools).run()
        .calling().orElseThrow();
    Trial between = trial().set("spells", "Greet people").set("mcp", web.url()).given("tools", tools)
        .answered("{'kept':" + first.kept().orElseThrow() + ",'outputs':{'Output':'Hello Ada'}}");
    SpellCall second = between.run().calling().orElseThrow();
    Trial last = trial().set("spells", "Greet people").set("mcp", web.url()).given("tools", tools)
        .answered("{'kept':" + second.kept().orElseThrow() + ",'error':'there is no spell 0b1c'}");

    assertEquals("{'result':'Done.','calls':["
        + "{'name':'add','arguments':'{\\'a\\':1,\\'b\\':1}','result':'2'},"
        + "{'name':'Greet_people','arguments':'{\\'input\\':\\'Ada\\',\\'mood\\':\\'glad\\'}','result':'Hello Ada'},"
        + "{'name':'search','arguments':'{\\'words\\':\\'Ada\\'}','error':'there is no spell 0b1c'}]}",
        last.outputsOfRun());
    assertEquals("Greet people", first.idOrName());
    assertEquals("{\"mood\":\"glad\"} \"Ada\"", first.inputs() + " " + first.main().orElseThrow());
    assertEquals("0b1c {\"words\":\"Ada\"}", second.idOrName() + " " + second.inputs());
    assertEquals(List.of("search", "Greet_people", "add", "fail", "places_find"),
        model.asked().getFirst().tools().orElseThrow().stream().map(Tool::name).toList());
    assertEquals(2, model.asked().size(), "the model is not asked again for what it has said");
    assertEquals(List.of("info: Greet_people gave: Hello Ada", "info: calls search {\"words\":\"Ada\"}"),
        between.lines());
  }

  @Test
  void withoutToolsItAnswersAtOnce() {
    model.says("Five.");

    assertEquals("{'result':'Five.','calls':[]}", trial().outputsOfRun());
    assertEquals(Optional.empty(), model.asked().getFirst().tools());
  }

  @Test
  void saysWhatItNeeds() {
    assertTrue(Trial.of(new CallAgent()).in(model).failure().startsWith("input 'input': needs a value here"));
    assertTrue(trial().given("tools", "[{'name':'x'}]").failure().startsWith("input 'tools': a tool has neither"));
    assertTrue(trial().given("tools", "[{'name':'x','http':{}}]").failure().startsWith("the tool 'x' has no http.url"));
  }
}
