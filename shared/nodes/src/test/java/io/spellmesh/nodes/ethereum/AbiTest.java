package io.spellmesh.nodes.ethereum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.nodes.Trial;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbiTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      baz | uint32,bool | [69,true] | cdcd77c0 45 1
      bar | bytes3[2] | [['0x616263','0x646566']] | fce353f6 616263- 646566-
      sam | bytes,bool,uint256[] | ['0x64617665',true,[1,2,3]] | a5643bf2 60 1 a0 4 64617665- 3 1 2 3
      f | uint256,uint32[],bytes10,bytes | ['0x123',[1110,'0x789'],'0x31323334353637383930',\
      '0x48656c6c6f2c20776f726c6421'] | \
      8be65246 123 80 31323334353637383930- e0 2 456 789 d 48656c6c6f2c20776f726c6421-
      g | uint256[][],string[] | [[[1,2],[3]],['one','two','three']] | 2289b18c 40 140 2 40 a0 2 1 2 1 3 3 60 a0 e0 \
      3 6f6e65- 3 74776f- 5 7468726565-
      """)
  void encodesAsTheExamplesOfTheSpecification(String name, String types, String arguments, String expected) {
    Abi.Function function = Abi.function(abi(name, types, ""), name, Trial.json(arguments).size());

    assertEquals(words(expected), HexFormat.of().formatHex(Rlp.joined(List.of(function.selector(),
        AbiEncoder.encode(function.inputs(), Arguments.of(Optional.of(Trial.json(arguments))))))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      uint8,int256,bool,address | ['255','-2',true,'0x00000000000000000000000000000000000000ab']
      string,bytes,bytes4 | ['Grüße 東京','0x0102','0xdeadbeef']
      uint256[],string[2],bool[][] | [['1','115792089237316195423570985008687907853269984665640564039457584007913129639935'],['a',''],[[true],[]]]
      """)
  void readsWhatItWrote(String types, String values) {
    List<AbiType.Parameter> parameters = Abi.function(abi("f", types, ""), "f", Trial.json(values).size()).inputs();
    List<JsonNode> given = Arguments.of(Optional.of(Trial.json(values)));

    assertEquals(given, AbiDecoder.decode(parameters, AbiEncoder.encode(parameters, given)));
  }

  @Test
  void knowsTuplesByNameAndByPlace() {
    JsonNode abi = Trial.json("[{'type':'function','name':'f','inputs':[{'name':'p','type':'tuple[]','components':["
        + "{'name':'x','type':'uint256'},{'name':'who','type':'string'}]}]}]");
    Abi.Function function = Abi.function(abi, "f", 1);
    JsonNode byName = Trial.json("[{'x':'1','who':'Ann'}]");

    assertEquals("f((uint256,string)[])", function.signature());
    byte[] encoded = AbiEncoder.encode(function.inputs(), List.of(byName));
    assertArrayEquals(encoded, AbiEncoder.encode(function.inputs(), List.of(Trial.json("[[1,'Ann']]"))));
    assertEquals(List.of(byName), AbiDecoder.decode(function.inputs(), encoded));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      uint8 | [256] | for 'a1' it got 256, needs a number that fits into uint8
      uint8 | [-1] | for 'a1' it got -1, needs a number that fits into uint8
      int8 | ['-129'] | for 'a1' it got "-129", needs a number that fits into int8
      uint256 | [1.5] | for 'a1' it got 1.5, needs a whole number
      bool | ['maybe'] | for 'a1' it got "maybe", needs true or false
      address | ['0x12'] | for 'a1' it got "0x12", needs an address: 0x and 40 hexadecimal digits
      bytes2 | ['0x123456'] | for 'a1' it got "0x123456", needs 0x and 4 hexadecimal digits
      uint256[2] | [[1]] | for 'a1' it got [1], needs a list of 2
      uint256[] | ['1'] | for 'a1' it got "1", needs a list
      """)
  void saysWhichValueDoesNotFit(String types, String values, String said) {
    List<AbiType.Parameter> parameters = Abi.function(abi("f", types, ""), "f", 1).inputs();

    assertEquals(said, assertThrows(NodeFailure.class, () ->
        AbiEncoder.encode(parameters, Arguments.of(Optional.of(Trial.json(values))))).getMessage());
  }

  @Test
  void saysWhichFunctionsThereAre() {
    JsonNode abi = abi("f", "uint256", "");

    assertEquals("the contract has no function 'g', it has f(uint256)",
        assertThrows(NodeFailure.class, () -> Abi.function(abi, "g", 1)).getMessage());
    assertEquals("f(uint256) takes 1 arguments, got 2",
        assertThrows(NodeFailure.class, () -> Abi.function(abi, "f", 2)).getMessage());
    assertEquals("the interface has the type 'uint7', which is not known here",
        assertThrows(NodeFailure.class, () -> Abi.function(abi("f", "uint7", ""), "f", 1)).getMessage());
    assertEquals("got an interface that is no JSON, needs the ABI of the contract",
        assertThrows(NodeFailure.class, () -> Abi.function(TextNode.valueOf("{"), "f", 1)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"string,20", "string,20 ffffffff", "uint256[],20 7fffffff", "uint256[1000],1", "bytes,21"})
  void refusesBytesThatSayTooMuch(String type, String bytes) {
    List<AbiType.Parameter> parameters = Abi.function(abi("f", type, ""), "f", 1).inputs();

    assertEquals("was answered with what is not of the interface's types", assertThrows(NodeFailure.class, () ->
        AbiDecoder.decode(parameters, HexFormat.of().parseHex(words("00000000 " + bytes).substring(8)))).getMessage());
  }

  /** An interface of one function, whose parameters are called a1, a2, … */
  static JsonNode abi(String name, String types, String gives) {
    ArrayNode abi = JsonNodeFactory.instance.arrayNode();
    ObjectNode function = abi.addObject().put("type", "function").put("name", name);
    for (String side : List.of("inputs", "outputs")) {
      ArrayNode parameters = function.putArray(side);
      String all = side.equals("inputs") ? types : gives;
      for (String type : all.isEmpty() ? new String[0] : all.split(",")) {
        parameters.addObject().put("name", "a" + parameters.size()).put("type", type);
      }
    }
    return abi;
  }

  /** A selector, then words of 32 bytes: digits on the right, or on the left with a - behind them. */
  private static String words(String text) {
    String[] parts = text.strip().split(" +");
    StringBuilder whole = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      boolean isLeft = parts[i].endsWith("-");
      String digits = isLeft ? parts[i].substring(0, parts[i].length() - 1) : parts[i];
      String zeros = "0".repeat(64 - digits.length());
      whole.append(isLeft ? digits + zeros : zeros + digits);
    }
    return whole.toString();
  }
}
