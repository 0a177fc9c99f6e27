package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Values;
import io.spellmesh.nodes.ethereum.AbiType.Parameter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Values as the bytes that contracts take. */
final class AbiEncoder {
  private static final int BITS = 256;

  private AbiEncoder() {}

  /** @throws NodeFailure that says which value does not fit */
  static byte[] encode(List<Parameter> parameters, List<JsonNode> values) {
    List<AbiType> types = parameters.stream().map(Parameter::type).toList();
    return encode(types, parameters.stream().map(Parameter::name).toList(), values);
  }

  /** The values one after the other, and behind them those that may be of any length. */
  private static byte[] encode(List<AbiType> types, List<String> names, List<JsonNode> values) {
    int head = types.stream().mapToInt(AbiType::headSize).sum();
    List<byte[]> heads = new ArrayList<>();
    List<byte[]> tails = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      byte[] encoded = encode(types.get(i), names.get(i), values.get(i));
      if (types.get(i).isDynamic()) {
        heads.add(word(BigInteger.valueOf(head + tails.stream().mapToInt(tail -> tail.length).sum())));
        tails.add(encoded);
      } else {
        heads.add(encoded);
      }
    }
    return Rlp.joined(List.of(Rlp.joined(heads), Rlp.joined(tails)));
  }

  private static byte[] encode(AbiType type, String name, JsonNode value) {
    return switch (type) {
      case AbiType.Whole whole -> word(number(whole, name, value));
      case AbiType.Bool _ -> word(flag(name, value) ? BigInteger.ONE : BigInteger.ZERO);
      case AbiType.Address _ -> left(hex(name, value, 20, "an address: 0x and 40 hexadecimal digits"));
      case AbiType.FixedBytes(int length) ->
          padded(hex(name, value, length, "0x and " + 2 * length + " hexadecimal digits"));
      case AbiType.Bytes _ -> sized(hex(name, value, -1, "0x and hexadecimal digits, two for each byte"));
      case AbiType.Text _ -> sized(Values.text(value).getBytes(StandardCharsets.UTF_8));
      case AbiType.ListOf list -> list(list, name, value);
      case AbiType.Tuple(List<Parameter> fields) -> encode(fields, fields(fields, name, value));
    };
  }

  private static byte[] list(AbiType.ListOf type, String name, JsonNode value) {
    if (!value.isArray() || type.length().filter(length -> length != value.size()).isPresent()) {
      throw unfit(name, value, type.length().map(length -> "a list of " + length).orElse("a list"));
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    byte[] encoded = encode(elements.stream().map(_ -> type.element()).toList(),
        elements.stream().map(_ -> name).toList(), elements);
    return type.length().isPresent() ? encoded
        : Rlp.joined(List.of(word(BigInteger.valueOf(elements.size())), encoded));
  }

  /** By place, or by name. */
  private static List<JsonNode> fields(List<Parameter> fields, String name, JsonNode value) {
    List<JsonNode> values = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      JsonNode field = value.isArray() ? value.path(i) : value.path(fields.get(i).name());
      if (field.isMissingNode()) {
        throw unfit(name, value, "one with '" + fields.get(i).name() + "'");
      }
      values.add(field);
    }
    return values;
  }

  private static BigInteger number(AbiType.Whole type, String name, JsonNode value) {
    String text = value.isNumber() ? value.decimalValue().toPlainString() : Values.text(value).strip();
    BigInteger number;
    try {
      number = text.startsWith("0x") ? new BigInteger(text.substring(2), 16)
          : new BigDecimal(text).toBigIntegerExact();
    } catch (ArithmeticException | NumberFormatException none) {
      throw unfit(name, value, "a whole number");
    }
    int bits = type.isSigned() ? type.bits() - 1 : type.bits();
    if (number.bitLength() > bits || !type.isSigned() && number.signum() < 0) {
      throw unfit(name, value, "a number that fits into " + type.signature());
    }
    return number;
  }

  private static boolean flag(String name, JsonNode value) {
    return switch (Values.text(value).strip()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw unfit(name, value, "true or false");
    };
  }

  private static byte[] hex(String name, JsonNode value, int length, String wanted) {
    String text = Values.text(value).strip();
    if (!text.matches("0x([0-9a-fA-F]{2})*") || length >= 0 && text.length() != 2 + 2 * length) {
      throw unfit(name, value, wanted);
    }
    return HexFormat.of().parseHex(text, 2, text.length());
  }

  private static byte[] sized(byte[] bytes) {
    return Rlp.joined(List.of(word(BigInteger.valueOf(bytes.length)), padded(bytes)));
  }

  private static byte[] padded(byte[] bytes) {
    return Arrays.copyOf(bytes, (bytes.length + AbiType.WORD - 1) / AbiType.WORD * AbiType.WORD);
  }

  private static byte[] left(byte[] bytes) {
    return word(new BigInteger(1, bytes));
  }

  /** In two's complement. */
  private static byte[] word(BigInteger number) {
    BigInteger unsigned = number.signum() < 0 ? number.add(BigInteger.ONE.shiftLeft(BITS)) : number;
    byte[] digits = Rlp.bytes(unsigned);
    byte[] word = new byte[AbiType.WORD];
    System.arraycopy(digits, 0, word, word.length - digits.length, digits.length);
    return word;
  }

  private static NodeFailure unfit(String name, JsonNode value, String wanted) {
    String shown = value.toString();
    return new NodeFailure("for '" + name + "' it got " + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown)
        + ", needs " + wanted);
  }
}
