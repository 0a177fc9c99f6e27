package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.nodes.ethereum.AbiType.Parameter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Bytes that contracts give, as values: numbers as decimal text, since they are larger than JSON's. */
final class AbiDecoder {
  private static final int MOST_ELEMENTS = 100_000;

  private final byte[] bytes;
  private int elements;

  private AbiDecoder(byte[] bytes) {
    this.bytes = bytes;
  }

  /** @throws NodeFailure if it is not what the types say */
  static List<JsonNode> decode(List<Parameter> parameters, byte[] bytes) {
    return new AbiDecoder(bytes).values(parameters.stream().map(Parameter::type).toList(), 0);
  }

  private List<JsonNode> values(List<AbiType> types, int base) {
    List<JsonNode> values = new ArrayList<>();
    int at = base;
    for (AbiType type : types) {
      values.add(value(type, type.isDynamic() ? base + length(at) : at));
      at += type.headSize();
    }
    return values;
  }

  private JsonNode value(AbiType type, int at) {
    if (++elements > MOST_ELEMENTS) {
      throw unfit();
    }
    return switch (type) {
      case AbiType.Whole(int _, boolean isSigned) -> TextNode.valueOf(number(at, isSigned).toString());
      case AbiType.Bool _ -> BooleanNode.valueOf(number(at, false).signum() != 0);
      case AbiType.Address _ -> hex(at + AbiType.WORD - 20, 20);
      case AbiType.FixedBytes(int length) -> hex(at, length);
      case AbiType.Bytes _ -> hex(at + AbiType.WORD, length(at));
      case AbiType.Text _ -> TextNode.valueOf(
          new String(part(at + AbiType.WORD, length(at)), StandardCharsets.UTF_8));
      case AbiType.ListOf(AbiType element, Optional<Integer> fixed) -> {
        int length = fixed.orElseGet(() -> length(at));
        if (length > MOST_ELEMENTS) {
          throw unfit();
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values(Collections.nCopies(length, element), fixed.isPresent() ? at : at + AbiType.WORD)
            .forEach(list::add);
        yield list;
      }
      case AbiType.Tuple(List<Parameter> fields) -> {
        List<JsonNode> values = values(fields.stream().map(Parameter::type).toList(), at);
        ObjectNode tuple = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.size(); i++) {
          String name = fields.get(i).name();
          tuple.set(name.isEmpty() ? Integer.toString(i) : name, values.get(i));
        }
        yield tuple;
      }
    };
  }

  private BigInteger number(int at, boolean isSigned) {
    byte[] word = part(at, AbiType.WORD);
    return isSigned ? new BigInteger(word) : new BigInteger(1, word);
  }

  private int length(int at) {
    BigInteger length = number(at, false);
    if (length.bitLength() > 30 || length.intValue() > bytes.length) {
      throw unfit();
    }
    return length.intValue();
  }

  private TextNode hex(int at, int length) {
    return TextNode.valueOf("0x" + HexFormat.of().formatHex(part(at, length)));
  }

  private byte[] part(int at, int length) {
    if (at < 0 || length < 0 || at > bytes.length - length) {
      throw unfit();
    }
    return Arrays.copyOfRange(bytes, at, at + length);
  }

  private static NodeFailure unfit() {
    return new NodeFailure(FailureCode.PROVIDER_FAILED, "was answered with what is not of the interface's types");
  }
}
