package io.spellmesh.nodes.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.nodes.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'type':'string'}                       | 'a'        |
      {'type':'string'}                       | 1          | the value is 1, must be of type string
      {'type':['string','null']}              | null       |
      {'type':'integer'}                      | 1.0        |
      {'type':'integer'}                      | 1.5        | the value is 1.5, must be of type integer
      {'enum':[1,{'a':[1,2]}]}                | {'a':[1.0,2]} |
      {'enum':['a','b']}                      | 'c'        | the value is "c", must be one of ["a","b"]
      {'const':{'a':1,'b':2}}                 | {'b':2,'a':1} |
      {'minimum':2,'exclusiveMaximum':3}      | 3          | the value is 3, must be less than 3
      {'multipleOf':0.1}                      | 0.3        |
      {'multipleOf':2}                        | 7          | the value is 7, must be a multiple of 2
      {'minLength':2,'maxLength':2}           | '🧙🧙'      |
      {'maxLength':1}                         | 'ab'       | the value has 2 characters, may have 1
      {'pattern':'^a+$'}                      | 'aab'      | the value does not match "^a+$"
      {'items':{'type':'number'}}             | [1,'b']    | [1] is "b", must be of type number
      {'prefixItems':[true,false]}            | [1,2]      | [1] must not be there
      {'items':[{'type':'number'}],'additionalItems':false} | [1,2] | [1] must not be there
      {'uniqueItems':true}                    | [1,1.0]    | the value has 1.0 twice
      {'minItems':1}                          | []         | the value has 0 elements, must have at least 1
      {'contains':{'const':1},'maxContains':1} | [1,1] | \
      the value has 2 elements of the kind that it must contain
      {'required':['a']}                      | {'b':1}    | the value has no field 'a'
      {'properties':{'a':{'properties':{'b':{'type':'null'}}}}} | {'a':{'b':1}} | a.b is 1, must be of type null
      {'additionalProperties':false,'properties':{'a':true}} | {'a':1,'b':2} | b must not be there
      {'patternProperties':{'^x':{'type':'string'}},'additionalProperties':false} | {'x1':'a'} |
      {'propertyNames':{'maxLength':2}} | {'abc':1} | \
      the value has a field 'abc', whose name is not as it must be
      {'maxProperties':1}                     | {'a':1,'b':2} | the value has 2 fields, may have 1
      {'dependentRequired':{'a':['b']}}       | {'a':1}    | the value has no field 'b'
      {'dependentSchemas':{'a':false}}        | {'a':1}    | the value must not be there
      {'allOf':[{'minimum':1},{'maximum':2}]} | 3          | the value is 3, must be at most 2
      {'anyOf':[{'type':'null'},{'minimum':5}]} | 3        | the value fits none of 2 choices
      {'oneOf':[{'minimum':1},{'minimum':2}]} | 3          | the value fits more than one choice, must fit one
      {'not':{'type':'null'}}                 | null       | the value is what it must not be
      {'if':{'type':'number'},'then':{'minimum':1},'else':false} | 0 | the value is 0, must be at least 1
      {'$ref':'#/$defs/a~1b','$defs':{'a/b':{'type':'null'}}} | 1 | the value is 1, must be of type null
      {'$ref':'#n','$defs':{'x':{'$anchor':'n','type':'null'}}} | null |
      {'properties':{'next':{'$ref':'#'},'v':{'type':'number'}}} | {'next':{'next':{'v':'x'}}} | \
      next.next.v is "x", must be of type number
      true                                    | 1          |
      {'format':'email','title':'x'}          | 'no email' |
      """)
  void findsWhatIsWrong(String schema, String value, String expected) {
    assertEquals(Optional.ofNullable(expected).map(List::of).orElse(List.of()),
        new Schema(Trial.json(schema)).mistakes(Trial.json(value)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {'$ref':'https://example.com/s'} | the schema refers to 'https://example.com/s', which is not within it
      {'$ref':'#/$defs/x'}                  | the schema refers to '#/$defs/x', and has no such part
      {'unevaluatedProperties':false}       | the schema uses unevaluatedProperties, which is not known here
      {'type':'text'}                       | the schema has a type 'text', and there is none
      [1]                                   | a schema must be an object, true or false, and one is [1]
      {'$ref':'#'}                          | the schema goes more than 400 levels deep, or round in a circle
      """)
  void refusesASchemaThatItCannotKeepTo(String schema, String expected) {
    assertEquals(expected, assertThrows(NodeFailure.class,
        () -> new Schema(Trial.json(schema)).mistakes(Trial.json("{'a':1}"))).getMessage());
  }

  /** Twice at every level is 2 to the power of 40. */
  @Test
  void stopsWhatTakesTooManySteps() {
    StringBuilder schema = new StringBuilder("{'$defs':{'d40':{'type':'number'}");
    for (int i = 0; i < 40; i++) {
      String next = "{'$ref':'#/$defs/d" + (i + 1) + "'}";
      schema.append(",'d" + i + "':{'allOf':[" + next + "," + next + "]}");
    }
    Schema bomb = new Schema(Trial.json(schema.append("},'$ref':'#/$defs/d0'}").toString()));

    assertEquals("checking against the schema takes more than 200000 steps",
        assertThrows(NodeFailure.class, () -> bomb.mistakes(Trial.json("1"))).getMessage());
  }

  @Test
  void tellsAHundredMistakesAtMost() {
    assertEquals(100, new Schema(Trial.json("{'items':false}"))
        .mistakes(Trial.json("[" + "1,".repeat(500) + "1]")).size());
  }
}
