package io.spellmesh.completion.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Wire;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecimenTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "{'type':'string'} | 'hello'",
      "{'type':'string','minLength':7} | 'hello..'",
      "{'type':'string','maxLength':2} | 'he'",
      "{'const':7} | 7",
      "{'enum':['a','b']} | 'a'",
      "{'type':'integer'} | 0",
      "{'type':'number','minimum':2.5} | 2.5",
      "{'type':'integer','exclusiveMinimum':2} | 3",
      "{'type':'integer','maximum':-2} | -2",
      "{'type':'boolean'} | false",
      "{'type':['null','string']} | null",
      "{'type':'array','items':{'type':'integer'}} | []",
      "{'items':{'type':'integer'},'minItems':2} | [0,0]",
      "{'anyOf':[{'type':'boolean'},{'type':'string'}]} | false",
      "{'type':'object','required':['a'],'properties':{'a':{'type':'string'},'b':{}}} | {'a':'hello'}",
      "{'$ref':'#/$defs/x','$defs':{'x':{'const':1}}} | 1",
      "{'$ref':'#/x','x':{'$ref':'#/x'}} | null",
      "{} | {}"})
  void isThePlainestValueOfTheSchema(String schema, String value) {
    assertEquals(value.replace('\'', '"'),
        Specimen.of(Wire.read(schema.replace('\'', '"'), JsonNode.class), "hello").toString());
  }
}
