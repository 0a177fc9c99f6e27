package io.spellmesh.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.plan.NodeCatalog;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Node types that stand for their groups of the palette, each with what it is measured on. */
public enum Family {
  ECHO("Echo", "{}", Values.TEXT, "source"),
  OUTPUT("Output", "{'name':'Output'}", Values.TEXT, "input"),
  RUN_SPELL("Run Spell", "{}", "'callee'", "spell"),
  BOOLEAN_GATE("Boolean Gate", "{}", "true", "boolean"),
  FOR_EACH("ForEach", "{}", "[1,2,3,4,5,6,7,8,9,10]", "array"),
  CHANGE_CASE("Change Case", "{'case':'title'}", Values.TEXT, "input"),
  TEXT_TEMPLATE("Text Template", "{'fewshot':'Q: {{input}}{{#if input}}A:{{/if}}'}", Values.TEXT, "input"),
  REGULAR_EXPRESSION("Regular Expression", "{'rule':'[a-z]+@[a-z.]+','replace':'(address)'}", Values.TEXT, "input"),
  JSON_PATH("JSON Path", "{'path':'$[?@.age > 30].name'}", Values.PEOPLE, "input"),
  JSON_SCHEMA("JSON Schema", "{'schema':{'items':{'required':['age']}}}", Values.PEOPLE, "input"),
  SORT_LIST("Sort List", "{'field':'age'}", Values.PEOPLE, "input"),
  ADD("Add", "{}", "7", "firstNumber"),
  LESS_THAN("Less Than", "{}", "7", "input"),
  GENERATE_TEXT("Generate Text", "{}", Values.TEXT, "input"),
  MCP_TOOLS("MCP Tools", "{}", "''", "url"),
  COSINE_SIMILARITY("Cosine Similarity", "{}", Values.EMBEDDING, "embeddingA", "embeddingB"),
  RANDOM_NUMBER("Random Number", "{}", "6", "max"),
  FORMAT_TIME("Format Time", "{}", "'2026-11-22T10:00:00Z'", "time"),
  HUMAN_INPUT("Human Input", "{}", "'Is it so?'", "question"),
  CODE("Code", "{'code':'function worker(inputs) { return { output: inputs.input.length } }'," + Values.SOCKETS + "}",
      Values.TEXT, "input"),
  STATE_READ("State Read", "{" + Values.SOCKETS + "}", Values.TEXT),
  STATE_WRITE("State Write", "{" + Values.SOCKETS + "}", Values.TEXT, "input"),
  REQUEST("Request", "{}", "'https://example.org/'", "url"),
  DISCORD_TEXT_CHANNELS("Discord Text Channels", "{}", Values.EVENT, "event"),
  CHECK_ETH_BALANCE("Check Eth Balance", "{}", "'0x00000000219ab540356cbb839cbe05303d7705fa'", "address"),
  INTERVAL("Interval", "{}", "{'count':1}"),
  STRING_VARIABLE("String Variable", "{'_var':'Ada'}", Values.TEXT),
  EVENT_DESTRUCTURE("Event Destructure", "{}", Values.EVENT, "event"),
  STORE_EVENT("Store Event", "{}", Values.TEXT, "content"),
  EVENT_RECALL("Event Recall", "{}", Values.EVENT, "event"),
  DOCUMENT_GET("Document Get", "{}", "'" + InMemoryMesh.ID + "'", "id"),
  SELECT_RECORD("Select Record", "{'table':'people'}", "'name,age'", "columns"),
  CREATE_TASK("Create Task", "{}", "'Write to Ada'", "objective");

  /** Notes and frames, which no run reaches. */
  private static final String NEVER_RUN = "Picture";

  /** As spells name the type. */
  final String title;
  /** What is saved with each node. */
  final ObjectNode data;
  /** What comes in at each of {@link #inputs}. */
  final JsonNode value;
  final List<String> inputs;

  /** @param data and value as JSON, with single quotes for double ones */
  Family(String title, String data, String value, String... inputs) {
    this.title = title;
    this.data = Wire.read(data.replace('\'', '"'), ObjectNode.class);
    this.value = Wire.read(value.replace('\'', '"'), JsonNode.class);
    this.inputs = List.of(inputs);
  }

  /** @throws IllegalStateException if a group of the palette has no type here */
  static void proveComplete(NodeCatalog catalog) {
    Set<String> groups = catalog.specs().stream().map(NodeSpec::group).collect(Collectors.toSet());
    groups.remove(NEVER_RUN);
    Arrays.stream(values()).forEach(family -> groups.remove(family.spec(catalog).group()));
    if (!groups.isEmpty()) {
      throw new IllegalStateException("no type is measured of " + groups);
    }
  }

  NodeSpec spec(NodeCatalog catalog) {
    return catalog.specs().stream().filter(spec -> spec.title().equals(title)).findFirst().orElseThrow(() ->
        new IllegalStateException("there is no type '" + title + "'"));
  }

  /** Where a trigger reaches it; one without is run when another reads it. */
  Optional<String> trigger(NodeCatalog catalog) {
    return spec(catalog).inputs().stream().filter(Input::isTrigger).map(Input::key).findFirst();
  }

  private static final class Values {
    static final String TEXT = "'" + "Dear Ada, write to ada@example.com before 12:30. ".repeat(6) + "'";
    static final String PEOPLE = "[" + "{'name':'Ada','age':36},{'name':'Tim','age':12},".repeat(10) + "{'age':1}]";
    static final String EVENT = "{'content':'Hello','sender':'Ada','rawData':{'guildId':'123456789'}}";
    /** As long as those of the models that most people ask. */
    static final String EMBEDDING = "[" + "0.25,".repeat(1_535) + "1]";
    static final String SOCKETS = """
        'inputs':[{'name':'input','socketKey':'input','socketType':'anySocket','connectionType':'input'}],\
        'outputs':[{'name':'output','socketKey':'output','socketType':'anySocket','connectionType':'output'}]""";
  }
}
