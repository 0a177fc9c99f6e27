package io.spellmesh.nodes.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.nodes.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathQueryTest {
  private static final JsonNode STORE = Trial.json("""
      {'store':{'book':[
        {'author':'Rees','price':8.95,'title':'Sayings'},
        {'author':'Waugh','price':12.99,'title':'Sword'},
        {'author':'Melville','isbn':'0-553','price':8.99,'title':'Moby'},
        {'author':'Tolkien','isbn':'0-395','price':22.99,'title':'Rings'}],
        'bicycle':{'color':'red','price':399}},'a.b':{'c d':1},'n':null,'list':[0,1,2,3,4,5]}""");

  /** The examples of RFC 9535, and what people write besides. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      $.store.book[*].author                | ["Rees","Waugh","Melville","Tolkien"]
      $..author                             | ["Rees","Waugh","Melville","Tolkien"]
      $.store..price                        | [8.95,12.99,8.99,22.99,399]
      $..book[2].title                      | ["Moby"]
      $..book[-1].title                     | ["Rings"]
      $..book[0,1].title                    | ["Sayings","Sword"]
      $..book[:2].title                     | ["Sayings","Sword"]
      $..book[?@.isbn].title                | ["Moby","Rings"]
      $..book[?(@.price < 10)].title        | ["Sayings","Moby"]
      $..book[?@.price<10 && !@.isbn].title | ["Sayings"]
      $..book[?match(@.author, '.*e.*e')].author | ["Melville"]
      $..book[?search(@.author, 'l+')].author | ["Melville","Tolkien"]
      $..book[?length(@.author) == 4].title | ["Sayings"]
      $.store[?count(@.*) > 3].author       | []
      $..book[?@.price == $.store.book[0].price].title | ["Sayings"]
      $..book[?@.nothing == @.nowhere].title | ["Sayings","Sword","Moby","Rings"]
      $['a.b']["c d"]                       | [1]
      $.list[1:5:2]                         | [1,3]
      $.list[5:1:-2]                        | [5,3]
      $.list[::-1]                          | [5,4,3,2,1,0]
      $.list[-2:]                           | [4,5]
      $.list[2:1]                           | []
      $.list[0:3:0]                         | []
      $.list[?@ >= 4.0]                     | [4,5]
      $.n                                   | [null]
      $[?@ == null]                         | [null]
      $.list.x                              | []
      $.store[ 'bicycle' , 'x' ].color      | ["red"]
      store.bicycle.color                   | ["red"]
      ['list'][0]                           | [0]
      """)
  void findsWhatTheStandardSays(String path, String expected) {
    assertEquals(expected, JsonNodeFactory.instance.arrayNode().addAll(PathQuery.of(path).in(STORE))
        .toString());
  }

  @Test
  void takesEitherOfTwoConditions() {
    assertEquals("[\"Melville\",\"Tolkien\"]", JsonNodeFactory.instance.arrayNode()
        .addAll(PathQuery.of("$..book[?@.price > 20 || @.title == 'Moby'].author").in(STORE)).toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      $.            | at character 3 there must be a name
      $[            | at character 3 there must be a name in quotes, a place, * or ?
      $['a]         | at character 6 there must be '''
      $[?@.a = 1]   | at character 8 there must be ']'
      $.book.0      | at character 8 there must be a name
      $[?1]         | at character 5 there must be a comparison
      $.a b         | at character 4 there must be a step such as .name, [0] or ..name
      $[?@.a == @]x | at character 13 there must be a step such as .name, [0] or ..name
      $["\\x"]      | at character 5 there must be one of b, f, n, r, t, u, a quote or \\ after a \\
      $[999999999999999999999] | at character 24 there must be a whole number instead of 999999999999999999999
      """)
  void saysWhereItStopsToBeAPath(String path, String expected) {
    assertEquals("'" + path + "' is no path: " + expected,
        assertThrows(NodeFailure.class, () -> PathQuery.of(path)).getMessage());
  }

  @Test
  void refusesWhatIsNestedTooDeepOrTooLong() {
    assertEquals("the path is nested more than 20 deep",
        assertThrows(NodeFailure.class, () -> PathQuery.of("$[?" + "(".repeat(300))).getMessage());
    assertThrows(NodeFailure.class, () -> PathQuery.of("$[?" + "@[?".repeat(300)));
    assertThrows(NodeFailure.class, () -> PathQuery.of("$[?" + "!".repeat(500) + "@]"));
    assertThrows(NodeFailure.class, () -> PathQuery.of("$[?" + "length(".repeat(100)));
    assertThrows(NodeFailure.class, () -> PathQuery.of("$" + ".a".repeat(600)));
  }

  /** Each of these looks at everything below everything, again and again. */
  @ParameterizedTest
  @ValueSource(strings = {"$..*..*..*..*..*..*", "$..[?count($..[?count($..*)>0])>0]",
      "$..[0,0]..[0,0]..[0,0]..[0,0]"})
  void stopsWhatTakesTooManySteps(String path) {
    JsonNode deep = Trial.json("[".repeat(150) + "1,2,3" + "],4,5".repeat(149) + "]");

    assertEquals("the path takes more than 1000000 steps through the value",
        assertThrows(NodeFailure.class, () -> PathQuery.of(path).in(deep)).getMessage());
  }
}
