package io.spellmesh.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.engine.node.Alias;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTypesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOM = Path.of(System.getProperty("basedir", ""));
  private static final Path EXAMPLES = ROOM.resolve("../../conf/spells");

  static List<NodeType> types() {
    return ServiceLoader.load(NodeType.class).stream().map(ServiceLoader.Provider::get)
        .filter(type -> type.getClass().getPackageName().startsWith("io.spellmesh.nodes.")).toList();
  }

  @Test
  void theListOfServicesIsComplete() throws IOException, URISyntaxException, ClassNotFoundException {
    Path classes =
        Path.of(types().get(0).getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> compiled = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
        Class<?> found = Class.forName(name.substring(0, name.length() - ".class".length()));
        if (NodeType.class.isAssignableFrom(found)) {
          compiled.add(found.getName());
        }
      }
    }

    assertEquals(compiled, types().stream().map(type -> type.getClass().getName())
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void aTypeIsOneFinalClassWithoutState(NodeType type) {
    assertTrue(Modifier.isFinal(type.getClass().getModifiers()));
    assertTrue(Arrays.stream(type.getClass().getDeclaredFields()).mapToInt(Field::getModifiers)
        .allMatch(modifiers -> Modifier.isStatic(modifiers) && Modifier.isFinal(modifiers)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void aTypeSaysWhatItIsFor(NodeType type) {
    NodeSpec spec = type.spec();

    assertTrue(spec.help().matches("[A-Z'].{10,200}\\."), spec.help());
    assertTrue(NodeTable.GROUPS.contains(spec.group()), spec.group());
    assertTrue(spec.waits() || spec.effect() == Effect.PURE || spec.effect() == Effect.READ,
        "what changes the world waits for it");
  }

  /** Names such as URL or Seconds need no more to be said; these are of types whose names alone leave people guessing. */
  @ParameterizedTest
  @ValueSource(strings = {"generate-text", "structured-output", "call-agent", "text-completion", "generator",
      "classifier", "typechat", "huggingface", "create-text-embedding", "cosine-similarity", "try-catch", "switch",
      "boolean-gate", "exclusive-gate", "in-range", "wait-for-all", "for-each", "parallel-for-each", "while-loop",
      "aggregate", "request", "code", "string-processor", "json-path", "json-schema", "json-to-object",
      "object-to-json", "set-value", "get-values-from-object", "compose-object", "merge-objects",
      "event-destructure", "event-restructure", "event-recall", "store-event", "event-delete", "document-set",
      "document-edit", "document-get", "document-delete", "search-documents", "vector-search", "get-documents",
      "state-read", "state-write", "human-input", "spell", "input", "output", "respond", "run-spell",
      "spell-by-name", "skill", "event-stream", "interval", "webhook-stream", "text-template", "match-text",
      "regular-expression", "evaluate-text", "delay", "call-mcp-tool"})
  void whatPeopleUseMostSaysWhatEachSocketAndControlIsFor(String name) {
    NodeSpec spec = types().stream().map(NodeType::spec).filter(one -> one.type().equals(name)).findFirst()
        .orElseThrow();

    assertEquals(List.of(), Stream.of(
        spec.inputs().stream().filter(input -> !input.isTrigger() && input.help().isEmpty()).map(Input::key),
        spec.outputs().stream().filter(output -> !output.isTrigger() && output.help().isEmpty()).map(Output::key),
        spec.controls().stream().filter(control -> control.help().isEmpty() && !control.key().equals("name"))
            .map(Control::key)).flatMap(silent -> silent).toList());
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatASocketOrControlIsForIsASentence(NodeType type) {
    NodeSpec spec = type.spec();

    Stream.of(spec.inputs().stream().map(Input::help), spec.outputs().stream().map(Output::help),
        spec.controls().stream().map(Control::help)).flatMap(said -> said).filter(said -> !said.isEmpty())
        .forEach(said -> assertTrue(said.matches("[A-Z0-9].{10,200}\\."), said));
  }

  @ParameterizedTest
  @MethodSource("types")
  void aTypeHasEachKeyOnce(NodeType type) {
    NodeSpec spec = type.spec();

    assertEquals(spec.inputs().size(), spec.inputs().stream().map(Input::key).distinct().count());
    assertEquals(spec.outputs().size(), spec.outputs().stream().map(Output::key).distinct().count());
    assertEquals(spec.controls().size(), spec.controls().stream().map(Control::key).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("types")
  void anAliasLeadsFromAKeyThatThereIsNotToOneThatThereIs(NodeType type) {
    NodeSpec spec = type.spec();
    Set<String> inputs = spec.inputs().stream().map(Input::key).collect(Collectors.toSet());
    Set<String> outputs = spec.outputs().stream().map(Output::key).collect(Collectors.toSet());

    for (Alias alias : spec.aliases()) {
      assertTrue(inputs.containsAll(alias.inputs().values()), alias.name());
      assertTrue(outputs.containsAll(alias.outputs().values()), alias.name());
      assertTrue(alias.inputs().keySet().stream().noneMatch(inputs::contains), alias.name());
      assertTrue(alias.outputs().keySet().stream().noneMatch(outputs::contains), alias.name());
    }
  }

  @Test
  void noTwoTypesClaimTheSameSavedNode() {
    List<String> shapes = List.of("{}", "{'outputs':{'text':{}}}", "{'outputs':{'text':{},'trigger':{}}}",
        "{'outputs':{'output':{},'trigger':{}}}", "{'data':{'socketKey':'x'},'outputs':{'text':{}}}",
        "{'data':{'useDefault':false},'outputs':{}}", "{'inputs':{'string':{}}}", "{'inputs':{'source':{}}}");
    Map<String, Set<String>> claims = new TreeMap<>();
    for (NodeType type : types()) {
      for (Alias name : type.spec().names()) {
        for (String shape : shapes) {
          ObjectNode saved = ((ObjectNode) Trial.json(shape)).put("name", name.name());
          if (name.when().test(saved)) {
            claims.computeIfAbsent(saved.toString(), any -> new TreeSet<>()).add(type.spec().type());
          }
        }
      }
    }

    assertEquals(Map.of(), claims.entrySet().stream().filter(claim -> claim.getValue().size() > 1)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    for (String shape : shapes) {
      assertTrue(claims.containsKey(((ObjectNode) Trial.json(shape)).put("name", "Input").toString()), shape);
    }
  }

  /** Every name of these types in files of 2021 to 2023. */
  @ParameterizedTest
  @CsvSource({"Universal Input,input", "Module Input,input", "Input,input", "Socket Input,input",
      "Trigger In,trigger-in", "Module Trigger In,trigger-in", "Playtest Input,playtest-input",
      "Console Input,playtest-input", "Input With Run,playtest-input", "Output,output",
      "Module Output,output", "Socket Output,output", "Playtest Print,playtest-print",
      "Trigger Out,trigger-out", "Module Trigger Out,trigger-out", "Echo,echo",
      "String Variable,string-variable", "Number Variable,number-variable",
      "Boolean Variable,boolean-variable", "Array Variable,array-variable",
      "Text Variable,text-variable", "Fewshot Variable,text-variable", "Event Destructure,event-destructure",
      "Input Destructure,input-destructure", "Event Restructure,event-restructure",
      "Input Restructure,event-restructure", "Boolean Gate,boolean-gate", "Switch,switch",
      "Exclusive Gate,exclusive-gate", "Or Gate,or-gate", "Wait For All,wait-for-all",
      "Text Template,text-template", "Prompt Template,text-template", "Combine Text,combine-text",
      "String Combiner,combine-text", "Join List,join-list", "Merge Objects,merge-objects",
      "Merge,merge-objects", "Get Values From Object,get-values-from-object",
      "Destructure,get-values-from-object", "Log,log", "ForEach,for-each", "While Loop,while-loop",
      "Spell,spell", "In Range,in-range", "Replace Text,replace-text", "String Replacer,replace-text",
      "Compose Object,compose-object", "Inputs To JSON,inputs-to-json",
      "Complex String Matcher,text-rule-matcher", "Text Rule Matcher,text-rule-matcher",
      "String Evaluator,evaluate-text", "Evaluate Text,evaluate-text", "String Adder,string-adder",
      "Sentence Matcher,sentence-matcher", "Profanity Filter,profanity-filter", "Is Query,is-query",
      "Command Parser,command-parser", "Regular Expression,regular-expression", "Trim,trim",
      "Split By Sentence,split-by-sentence", "Random Gate,random-gate",
      "Random Phrase From List,random-phrase-from-list", "UUID Generator,uuid-generator",
      "Is Null Or Undefined,is-null-or-undefined", "Is Variable True,is-variable-true",
      "Logical Operator,logical-operator", "Error,error", "Alert,alert", "Cast,cast",
      "Get Length,get-length", "Array To JSON,array-to-json", "JSON To Array,json-to-array",
      "JSON To Object,json-to-object", "Object To JSON,object-to-json",
      "Extract From Array,extract-from-array", "Remap Array,remap-array",
      "Get Value From Array,get-value-from-array", "Cosine Similarity,cosine-similarity",
      "Extract Relationship,extract-relationship", "Add,add", "Subtract,subtract", "Multiply,multiply",
      "Divide,divide", "Equal,equal", "Greater Than,greater-than", "Less Than,less-than",
      "Greater Than Or Equal,greater-than-or-equal", "Less Than Or Equal,less-than-or-equal",
      "Is A Number,is-a-number", "Events to Conversation,events-to-conversation",
      "Document to Content,document-to-content", "Image Variable,image-variable",
      "Code,code", "Javascript,code", "Python,python", "String Processor,string-processor",
      "Generator,generator",
      "Text Completion,text-completion", "Agent Text Completion,text-completion",
      "Custom Text Completion,custom-text-completion", "Generate Text,generate-text", "Classifier,classifier",
      "Action Type Classifier,action-type-classifier", "Difficulty Detector,difficulty-detector",
      "Entity Detector,entity-detector", "Item Detector,item-detector", "Time Detector,time-detector",
      "Safety Verifier,safety-verifier", "Tense Transformer,tense-transformer", "Enki Task,enki-task",
      "Prose to Script,prose-to-script", "Create Embedding,create-text-embedding",
      "Create Text Embedding,create-text-embedding", "TypeChat,typechat", "Huggingface,huggingface", "Store Event,store-event",
      "Event Store,store-event", "Conversation Store,store-event", "Event Recall,event-recall",
      "Conversation Recall,event-recall", "Event Delete,event-delete",
      "Find Text Embedding,find-text-embedding", "Get Cached Embedding,find-text-embedding",
      "State Read,state-read", "State Write,state-write",
      "Request,request", "Search Google,search-google", "Query Google,search-google",
      "Get Wikipedia Summary,wikipedia-summary", "Weaviate Wikipedia Search,weaviate-wikipedia-search",
      "Query Pinecone,query-pinecone", "Github Issue Search,github-issue-search",
      "Image Generation,image-generation", "Text to Speech,text-to-speech",
      "Speech To Text,speech-to-text", "Search Metaphor,search-metaphor", "RSS Get,rss-get",
      "Check Eth Balance,check-eth-balance", "Check Balance,check-eth-balance",
      "PluginEthGetNativeTokenBalance,check-eth-balance", "Check ERC20 Balance,check-erc20-balance",
      "Check Balance for ERC20,check-erc20-balance",
      "PluginEthGetERC20TokenBalance,check-erc20-balance",
      "Get Recent Transactions,get-recent-transactions",
      "Check For Recent Transactions,check-for-recent-transactions",
      "Check For Recent Transaction From Wallet,check-for-recent-transactions",
      "Respond,respond", "Run Spell,run-spell", "Spell By Name,spell-by-name", "Skill,skill",
      "Jupyter Notebook,jupyter-notebook"})
  void knowsEveryNameOfOld(String name, String expected) {
    ObjectNode saved = JSON.createObjectNode().put("name", name);
    Predicate<NodeType> claims = type -> type.spec().names().stream()
        .anyMatch(known -> known.name().equals(name) && known.when().test(saved));

    assertEquals(List.of(expected), types().stream().filter(claims).map(type -> type.spec().type()).toList());
  }

  @ParameterizedTest
  @MethodSource("types")
  void aTypeHasATestOfItsOwn(NodeType type) throws ClassNotFoundException {
    Class<?> test = Class.forName(type.getClass().getName() + "Test");

    assertTrue(Arrays.stream(test.getDeclaredMethods())
        .anyMatch(method -> method.isAnnotationPresent(Test.class)
            || method.isAnnotationPresent(ParameterizedTest.class)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void aTypeHasAnExampleThatUsesItAndIsWiredSoundly(NodeType type) throws IOException {
    JsonNode spell = JSON.readTree(EXAMPLES.resolve(type.spec().type() + ".spell.json").toFile());
    JsonNode nodes = spell.at("/graph/nodes");
    Set<String> used = new HashSet<>();

    assertEquals("spellmesh/1", spell.path("format").asText());
    assertEquals(type.spec().title(), spell.path("name").asText());
    for (JsonNode node : nodes) {
      NodeSpec spec = specOf(node.path("name").asText());
      used.add(spec.type());
      Set<String> inputs = keys(spec.inputs().stream().map(Input::key), node.at("/data/inputs"));
      Set<String> outputs = keys(spec.outputs().stream().map(Output::key), node.at("/data/outputs"));
      node.path("inputs").fieldNames().forEachRemaining(key ->
          assertTrue(inputs.contains(key), spec.type() + " has no input " + key));
      node.path("outputs").properties().forEach(socket -> {
        assertTrue(outputs.contains(socket.getKey()), spec.type() + " has no output " + socket.getKey());
        for (JsonNode end : socket.getValue().path("connections")) {
          JsonNode back = nodes.path(end.path("node").asText())
              .path("inputs").path(end.path("input").asText());
          assertTrue(back.toString().contains("{\"node\":" + node.path("id") + ",\"output\":\""
              + socket.getKey() + "\""), "the edge " + end + " is stored on one side only");
        }
      });
    }
    assertTrue(used.contains(type.spec().type()), used.toString());
  }

  private static NodeSpec specOf(String title) {
    return types().stream().map(NodeType::spec).filter(spec -> spec.title().equals(title)).findFirst()
        .orElseThrow(() -> new AssertionError("no type is called " + title));
  }

  private static Set<String> keys(Stream<String> own, JsonNode added) {
    Set<String> keys = own.collect(Collectors.toCollection(HashSet::new));
    added.forEach(socket -> keys.add(socket.path("socketKey").asText()));
    return keys;
  }
}
