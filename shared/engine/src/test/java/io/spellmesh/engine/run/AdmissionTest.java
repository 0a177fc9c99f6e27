package io.spellmesh.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.NodeFailure;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
  private final Admission admission = new Admission();

  @Test
  void givesWhatNeedsNoMendingAsItIs() {
    JsonNode value = Wire.read("{\"a\": [1, \"🧙\", null, {\"b\": true}], \"c\": 1.5}", JsonNode.class);

    assertSame(value, admission.admit(value));
  }

  @Test
  void putsAReplacementForEachHalfOfAPairAndLeavesTheGivenValueAlone() {
    ObjectNode value = JsonNodeFactory.instance.objectNode().put("x\udc00", "\ud83e and 🧙").put("b", 1);
    value.putArray("list").add("fine").add("\udfff\ud800");
    String before = value.toString();

    JsonNode mended = admission.admit(value);

    assertEquals("\ufffd and 🧙", mended.get("x\ufffd").textValue());
    assertEquals("[\"fine\",\"\ufffd\ufffd\"]", mended.get("list").toString());
    assertEquals(3, mended.size());
    assertEquals(before, value.toString());
  }

  @Test
  void refusesNumbersThatJsonHasNot() {
    for (JsonNode number : new JsonNode[] {DoubleNode.valueOf(Double.NaN),
        DoubleNode.valueOf(Double.NEGATIVE_INFINITY), FloatNode.valueOf(Float.POSITIVE_INFINITY)}) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode().add(number);
      NodeFailure failure = assertThrows(NodeFailure.class, () -> admission.admit(list));
      assertEquals("the value holds " + number.asText() + ", which JSON has no number for",
          failure.getMessage());
    }
  }

  @Test
  void admitsAsDeepAsTheWireAndNoDeeper() {
    assertEquals(deep(Wire.DEEPEST),
        Wire.read(admission.admit(deep(Wire.DEEPEST)).toString(), JsonNode.class));
    assertThrows(NodeFailure.class, () -> admission.admit(deep(Wire.DEEPEST + 1)));
    assertThrows(NodeFailure.class, () -> admission.admit(deep(100_000)));
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThrows(IllegalStateException.class, () -> admission.admit(MissingNode.getInstance()));
    assertThrows(IllegalStateException.class, () -> admission.admit(new POJONode(new Object())));
  }

  @Test
  void makesTextOfBytesAndCountsIt() {
    JsonNode text = admission.admit(BinaryNode.valueOf(new byte[3000]));

    assertEquals(TextNode.valueOf("A".repeat(4000)), text);
    assertEquals(4002, admission.bytes());
  }

  @Test
  void countsTheDigitsOfLargeNumbers() {
    admission.admit(JsonNodeFactory.instance.numberNode(BigInteger.TEN.pow(10_000)));

    assertTrue(admission.bytes() > 9_000, () -> "counted " + admission.bytes());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void countsAboutAsManyBytesAsTheJsonHas(long seed) {
    Random random = new Random(seed);
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 200; i++) {
      list.add(new String(random.ints(20, 'a', 0x2FFF).toArray(), 0, 20))
          .addObject().put("key" + i, random.nextInt());
    }
    int real = list.toString().getBytes(StandardCharsets.UTF_8).length;

    admission.admit(list);

    assertTrue(admission.bytes() > real * 0.8 && admission.bytes() < real * 1.25,
        () -> admission.bytes() + " counted of " + real);
  }

  private static JsonNode deep(int levels) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (int i = 1; i < levels; i++) {
      list = JsonNodeFactory.instance.arrayNode().add(list);
    }
    return list;
  }
}
