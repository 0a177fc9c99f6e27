package io.spellmesh.nodes.text;

import static io.spellmesh.nodes.Trial.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTemplateTest {
  private static final JsonNode PERSON =
      json("{'name':'Ada','age':36,'tags':['x','y'],'pets':[{'name':'Tom'},{'name':'Kit'}],'none':null,"
          + "'zero':0,'yes':true,'no':false,'empty':'','nil':[],'deep':{'er':{'est':'!'}}}");

  @Test
  void fillsValuesInWithoutEscapingThem() {
    assertEquals("{'prompt':'Hello <World> & co, !'}", Trial.of(new TextTemplate())
        .set("fewshot", "Hello {{name}}, {{missing}}!").given("name", "'<World> & co'").outputsOfRun());
  }

  @Test
  void givesEmptyTextWithoutATemplate() {
    assertEquals("", filled(""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
      "{{p.name}}~Ada", "{{p.deep.er.est}}~!", "{{p/deep/er/est}}~!", "{{{p.name}}}{{&p.name}}~AdaAda",
      "{{p.tags.[1]}}{{p.tags.0}}~yx", "{{p.pets.1.name}}~Kit", "{{p.tags.length}}{{p.name.length}}~23",
      "[{{p.none}}{{p.nil}}{{p.tags.9}}{{p.name.x.y}}]~[]", "{{p.age}}{{p.yes}}{{p.zero}}~36true0",
      "{{p.tags}}~x,y", "{{p.deep}}~{\"er\":{\"est\":\"!\"}}",
      "{{p.pets}}~[{\"name\":\"Tom\"},{\"name\":\"Kit\"}]"})
  void followsPathsIntoObjectsAndLists(String template, String expected) {
    assertEquals(expected, filled(template));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
      "{{#if p.yes}}a{{else}}b{{/if}}~a", "{{#if p.no}}a{{else}}b{{/if}}~b",
      "{{#if p.zero}}a{{else}}b{{/if}}~b",
      "{{#if p.zero includeZero=true}}a{{else}}b{{/if}}~a", "{{#if p.empty}}a{{else}}b{{/if}}~b",
      "{{#if p.nil}}a{{else}}b{{/if}}~b", "{{#if p.none}}a{{else}}b{{/if}}~b", "{{#if p.tags}}a{{/if}}~a",
      "{{#if p.no}}a{{else if p.yes}}b{{else}}c{{/if}}~b", "{{#unless p.no}}a{{else}}b{{/unless}}~a",
      "{{#each p.tags}}{{@index}}{{this}}{{#if @last}}.{{else}},{{/if}}{{/each}}~0x,1y.",
      "{{#each p.tags}}{{#if @first}}({{/if}}{{.}}{{/each}}~(xy",
      "{{#each p.pets}}{{name}}{{../p.age}}{{/each}}~Tom36Kit36",
      "{{#each p.deep}}{{@key}}={{est}}{{/each}}~er=!", "{{#each p.nil}}a{{else}}none{{/each}}~none",
      "{{#each p.missing}}a{{else}}none{{/each}}~none",
      "{{#each p.pets as |pet i|}}{{i}}{{pet.name}}{{/each}}~0Tom1Kit",
      "{{#with p.deep}}{{er.est}}{{/with}}~!", "{{#with p.none}}a{{else}}b{{/with}}~b",
      "{{#p.tags}}{{.}}{{/p.tags}}~xy",
      "{{#p}}{{name}}{{/p}}~Ada", "{{^p.no}}a{{/p.no}}~a", "{{^p.missing}}a{{/p.missing}}~a",
      "{{#p.missing}}a{{^}}b{{/p.missing}}~b",
      "{{lookup p 'name'}}{{lookup p.tags 1}}~Aday",
      "{{#each p.tags}}{{#with (lookup ../p.pets @index)}}{{name}}{{/with}}{{/each}}~TomKit",
      "{{#with (lookup p.pets 1)}}{{name}}{{/with}}~Kit", "{{#each p.pets}}{{age}}{{/each}}~"})
  void knowsTheBlocksOfTheLanguage(String template, String expected) {
    assertEquals(expected == null ? "" : expected, filled(template));
  }

  @Test
  void takesTheLineOfABlockTagThatIsAloneOnIt() {
    assertEquals("Tags:\n- x\n- y\nEnd", filled("Tags:\n{{#each p.tags}}\n- {{this}}\n{{/each}}\nEnd"));
  }

  @Test
  void knowsCommentsAndWhiteSpaceControl() {
    assertEquals("ab", filled("a{{! not }}{{!-- not {{p}} --}}b"));
    assertEquals("aAdab", filled("a {{~p.name~}} b"));
  }

  @Test
  void leavesAnEscapedTagAsItIs() {
    assertEquals("{{p.name}} Ada", filled("\\{{p.name}} {{p.name}}"));
  }

  @Test
  void doesNotReadATemplateInAValue() {
    assertEquals("{{p.name}} {{#each", Trial.of(new TextTemplate()).set("fewshot", "{{a}}")
        .given("a", "'{{p.name}} {{#each'").run().outputs().get("prompt").textValue());
  }

  @Test
  void findsAValueByTheKeyOfItsSocketToo() {
    assertEquals("1 1", Trial.of(new TextTemplate()).set("fewshot", "{{k1}} {{shown}}")
        .named("k1", "shown", "1").run().outputs().get("prompt").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{constructor}}", "{{class}}", "{{this.getClass}}", "{{p.class}}",
      "{{p.getClass.name}}",
      "{{p.name.class}}", "{{p.name.bytes}}", "{{p.name.getBytes}}", "{{p.age.class}}", "{{p.tags.class}}",
      "{{p.tags.toArray}}", "{{p.tags.stream}}", "{{p.object}}", "{{p.properties}}",
      "{{p.more}}", "{{p.tags.list}}",
      "{{constructor.constructor}}", "{{__proto__}}", "{{p.__proto__.x}}", "{{lookup p 'class'}}",
      "{{lookup p.tags 'size'}}", "{{lookup p.name 'bytes'}}", "{{#with p.class}}x{{/with}}",
      "{{#each p.class}}x{{/each}}", "{{#each p.name}}x{{/each}}", "{{toString}}", "{{hashCode}}",
      "{{#each p.tags}}{{class}}{{getClass}}{{length.class}}{{/each}}",
      "{{@root.class}}", "{{@root.p.name.class}}",
      "{{root}}", "{{@vm}}", "{{p.tags.length.class}}", "{{#with p}}{{../class}}{{../../class}}{{/with}}"})
  void neverReachesTheHost(String template) {
    assertEquals("", filled(template));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{@[com.github.jknack.handlebars.Context#partials]}}", "{{@__inline_partials_}}",
      "{{@[io.spellmesh.nodes.text.Rendering]}}",
      "{{@[com.github.jknack.handlebars.Context#invocationStack]}}",
      "{{#with @[io.spellmesh.nodes.text.Rendering]}}{{this}}{{text}}{{steps}}{{/with}}"})
  void showsNothingOfItsOwnInside(String template) {
    String text;
    try {
      text = filled(template);
    } catch (NodeFailure refused) {
      text = refused.getMessage();
    }
    assertFalse(text.contains("jknack") || text.contains("spellmesh"), text);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {"shout,{{shout p.name}}", "shout,{{#shout p.name}}{{/shout}}",
      "log,{{log p}}", "i18n,{{i18n 'a'}}", "precompile,{{precompile 'a'}}", "embedded,{{embedded 'a'}}",
      "partial,{{#partial 'a'}}{{/partial}}", "block,{{#block 'a'}}{{/block}}", "each.x,{{each.x a=1}}"})
  void namesAHelperThatThereIsNot(String helper, String template) {
    assertEquals("the template uses a helper '" + helper + "', which is not known here; "
        + "there are if, unless, each, with and lookup", failure(template));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {
      "{{> logback.xml}}¦the template has a partial, and there are no other templates here, at line 1",
      "{{~#> a}}{{/a}}¦the template has a partial, and there are no other templates here, at line 1",
      "{{#*inline 'a'}}{{/inline}}¦the template has a tag of a kind that is not known here, at line 1",
      "{{* inline 'a'}}¦the template has a tag of a kind that is not known here, at line 1",
      "{{=<% %>=}}<%p%>¦the template has a tag of a kind that is not known here, at line 1",
      "{{{{raw}}}}x{{{{/raw}}}}¦the template has a raw block, which is not known here, at line 1",
      "{{p¦the template has a tag that is not closed by }}, at line 1",
      "{{#if p}}¦the template cannot be read: look at line 1, column 9",
      "{{/if}}¦the template cannot be read: look at line 1, column 1",
      "{{#if p}}{{/each}}¦the template cannot be read: look at line 1, column 12",
      "{{p %}}¦the template cannot be read: look at line 1, column 4"})
  void saysWhatItCannotDo(String template, String message) {
    assertEquals(message, failure(template));
  }

  @Test
  void refusesTheSizesThatWouldHurt() {
    assertEquals("the template has 1000001 characters, may have 1000000", failure("x".repeat(1_000_001)));
    assertEquals("the template has more than 2000 tags, at line 1", failure("{{p}}".repeat(2_001)));
    assertEquals("the template has a tag of more than 500 characters, at line 2",
        failure("\n{{" + "a.".repeat(250) + "a}}"));
    assertEquals("the template has more than 50000 characters within tags, at line 1",
        failure(("{{" + "a".repeat(400) + "}}").repeat(124)));
    assertEquals("the template has blocks nested more than 50 deep, at line 1",
        failure("{{#p}}".repeat(10_000)));
    assertEquals("the template has blocks nested more than 50 deep, at line 1",
        failure("{{#p}}".repeat(10_000) + "x" + "{{/p}}".repeat(10_000)));
    assertEquals("the template has blocks nested more than 50 deep, at line 1", failure("{{^p}}".repeat(51)));
    assertEquals("the template has blocks nested more than 50 deep, at line 1",
        failure("{{#if p}}" + "{{else if p}}".repeat(50) + "{{/if}}"));
    assertEquals("the template has brackets nested more than 10 deep, at line 1",
        failure("{{lookup " + "(lookup ".repeat(11) + "p" + ")".repeat(11) + "}}"));
  }

  @Test
  void readsWhatIsJustWithinTheBounds() {
    assertEquals("x", filled("{{#if p}}".repeat(50) + "x" + "{{/if}}".repeat(50)));
    assertEquals("x".repeat(2_000), filled("{{p.tags.0}}".repeat(2_000)));
    assertEquals(1_000_000, filled("x".repeat(1_000_000)).length());
  }

  @Test
  void takesAMegabyteOfBracesForATemplateThatCannotBeRead() {
    assertEquals("the template has a raw block, which is not known here, at line 1",
        failure("{".repeat(1_000_000)));
    assertEquals(1_000_000, filled("}".repeat(1_000_000)).length());
    assertEquals("the template has a tag that is not closed by }}, at line 1",
        failure("{{ ".repeat(300_000)));
  }

  @Test
  void stopsATemplateThatGoesRoundTooOften() {
    JsonNode hundred = json("[" + "0,".repeat(99) + "0]");
    String rounds = "{{#each a}}{{#each ../a}}{{#each ../../a}}{{#if true}}{{/if}}"
        + "{{/each}}{{/each}}{{/each}}";

    assertEquals("the template takes more than 200000 steps to fill",
        Trial.of(new TextTemplate()).set("fewshot", rounds).value("a", hundred).failure());
  }

  @Test
  void stopsATemplateThatWritesTooMuchInsideOfABlockToo() {
    JsonNode thousand = json("[" + "0,".repeat(999) + "0]");
    String rounds = "{{#each a}}{{#each ../a}}" + "x".repeat(10_000) + "{{/each}}{{/each}}";

    assertEquals("the filled template has more than 4000000 characters",
        Trial.of(new TextTemplate()).set("fewshot", rounds).value("a", thousand).failure());
  }

  @Test
  void readsATemplateOnceAndForgetsTheOldestOfMany() {
    Template first = Template.of("{{first}}");

    assertTrue(first == Template.of("{{first}}"));

    for (int i = 0; i < 500; i++) {
      Template.of("{{other}}" + i);
    }
    assertFalse(first == Template.of("{{first}}"));
  }

  @Test
  void doesNotRememberEveryPathThatAnyoneEverWrote() {
    for (int i = 0; i < 45; i++) {
      StringBuilder paths = new StringBuilder();
      for (int j = 0; j < 100; j++) {
        paths.append("{{").append("a".repeat(480)).append(i).append('x').append(j).append("}}");
      }
      Template.of(paths.toString());
    }
    assertTrue(PathNames.count() < 3_000, "remembers " + PathNames.count());
  }

  private static String filled(String template) {
    return Trial.of(new TextTemplate()).set("fewshot", template).value("p", PERSON).run()
        .outputs().get("prompt").textValue();
  }

  private static String failure(String template) {
    return Trial.of(new TextTemplate()).set("fewshot", template).value("p", PERSON).failure();
  }
}
