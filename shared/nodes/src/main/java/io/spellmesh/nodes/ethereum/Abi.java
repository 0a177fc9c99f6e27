package io.spellmesh.nodes.ethereum;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.Wire;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.nodes.ethereum.AbiType.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A contract's interface, as compilers write it in JSON. */
final class Abi {
  private static final Pattern LIST = Pattern.compile("(.*)\\[([0-9]{0,4})]");
  private static final Pattern WHOLE = Pattern.compile("(u?)int([0-9]{0,3})");
  private static final Pattern FIXED = Pattern.compile("bytes([0-9]{1,2})");
  private static final int MOST_BITS = 256;
  private static final int DEEPEST = 8;

  /** @param outputs what it gives */
  record Function(String name, List<Parameter> inputs, List<Parameter> outputs) {
    String signature() {
      return name + AbiType.signature(inputs);
    }

    /** The first bytes of the digest of its signature. */
    byte[] selector() {
      return Arrays.copyOf(Keccak.digest(signature().getBytes(StandardCharsets.US_ASCII)), 4);
    }
  }

  private Abi() {}

  /**
   * @param name      of the function, with its types in parentheses if others have the same
   * @param arguments how many there are
   * @throws NodeFailure if there is no such function, or no interface
   */
  static Function function(JsonNode abi, String name, int arguments) {
    List<Function> all = functions(abi, "function");
    List<Function> named = all.stream()
        .filter(one -> one.name().equals(name) || one.signature().equals(name.replace(" ", ""))).toList();
    if (named.isEmpty()) {
      throw new NodeFailure("the contract has no function '" + name + "', it has "
          + String.join(", ", all.stream().map(Function::signature).toList()));
    }
    return named.stream().filter(one -> one.inputs().size() == arguments).findFirst().orElseThrow(() ->
        new NodeFailure(named.getFirst().signature() + " takes " + named.getFirst().inputs().size()
            + " arguments, got " + arguments));
  }

  /** What a contract is deployed with; nothing if its interface has no constructor. */
  static List<Parameter> constructor(JsonNode abi) {
    List<Function> constructors = functions(abi, "constructor");
    return constructors.isEmpty() ? List.of() : constructors.getFirst().inputs();
  }

  private static List<Function> functions(JsonNode abi, String kind) {
    JsonNode entries = abi.isTextual() ? parsed(abi.textValue()) : abi;
    if (!entries.isArray()) {
      throw new NodeFailure("got an interface that is no list, needs the ABI of the contract as JSON");
    }
    List<Function> functions = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (entry.path("type").asText("function").equals(kind)) {
        functions.add(new Function(entry.path("name").asText(), parameters(entry.path("inputs"), 0),
            parameters(entry.path("outputs"), 0)));
      }
    }
    return functions;
  }

  private static JsonNode parsed(String text) {
    try {
      return Wire.read(text, JsonNode.class);
    } catch (Failure unreadable) {
      throw new NodeFailure("got an interface that is no JSON, needs the ABI of the contract");
    }
  }

  private static List<Parameter> parameters(JsonNode list, int depth) {
    List<Parameter> parameters = new ArrayList<>();
    list.forEach(one -> parameters.add(new Parameter(one.path("name").asText(),
        type(one.path("type").asText(), one.path("components"), depth))));
    return parameters;
  }

  private static AbiType type(String name, JsonNode components, int depth) {
    if (depth > DEEPEST) {
      throw new NodeFailure("the interface has types within types, deeper than " + DEEPEST);
    }
    Matcher list = LIST.matcher(name);
    if (list.matches()) {
      return new AbiType.ListOf(type(list.group(1), components, depth + 1),
          list.group(2).isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(list.group(2))));
    }
    Matcher whole = WHOLE.matcher(name);
    Matcher fixed = FIXED.matcher(name);
    if (whole.matches()) {
      int bits = whole.group(2).isEmpty() ? MOST_BITS : Integer.parseInt(whole.group(2));
      if (bits >= 8 && bits <= MOST_BITS && bits % 8 == 0) {
        return new AbiType.Whole(bits, whole.group(1).isEmpty());
      }
    }
    if (fixed.matches() && Integer.parseInt(fixed.group(1)) >= 1
        && Integer.parseInt(fixed.group(1)) <= AbiType.WORD) {
      return new AbiType.FixedBytes(Integer.parseInt(fixed.group(1)));
    }
    return switch (name) {
      case "address" -> new AbiType.Address();
      case "bool" -> new AbiType.Bool();
      case "bytes" -> new AbiType.Bytes();
      case "string" -> new AbiType.Text();
      case "tuple" -> new AbiType.Tuple(parameters(components, depth + 1));
      default -> throw new NodeFailure("the interface has the type '" + name + "', which is not known here");
    };
  }
}
