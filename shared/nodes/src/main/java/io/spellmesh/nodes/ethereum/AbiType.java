package io.spellmesh.nodes.ethereum;

import java.util.List;
import java.util.Optional;

/**
 * What a contract's function takes or gives.
 *
 * @see <a href="https://docs.soliditylang.org/en/latest/abi-spec.html">the specification</a>
 */
sealed interface AbiType {
  int WORD = 32;

  /** @param bits 8 to 256 */
  record Whole(int bits, boolean isSigned) implements AbiType {}

  record Address() implements AbiType {}

  record Bool() implements AbiType {}

  /** @param length 1 to 32 */
  record FixedBytes(int length) implements AbiType {}

  record Bytes() implements AbiType {}

  record Text() implements AbiType {}

  /** @param length absent if it may be any */
  record ListOf(AbiType element, Optional<Integer> length) implements AbiType {}

  record Tuple(List<Parameter> fields) implements AbiType {
    public Tuple {
      fields = List.copyOf(fields);
    }
  }

  record Parameter(String name, AbiType type) {}

  /** Whether it stands behind the others, with its place in theirs. */
  default boolean isDynamic() {
    return switch (this) {
      case Whole _, Address _, Bool _, FixedBytes _ -> false;
      case Bytes _, Text _ -> true;
      case ListOf(AbiType element, Optional<Integer> length) -> length.isEmpty() || element.isDynamic();
      case Tuple(List<Parameter> fields) -> fields.stream().anyMatch(field -> field.type().isDynamic());
    };
  }

  /** Bytes that it takes among the others. */
  default int headSize() {
    if (isDynamic()) {
      return WORD;
    }
    return switch (this) {
      case ListOf(AbiType element, Optional<Integer> length) -> element.headSize() * length.orElseThrow();
      case Tuple(List<Parameter> fields) -> fields.stream().mapToInt(field -> field.type().headSize()).sum();
      case Whole _, Address _, Bool _, FixedBytes _, Bytes _, Text _ -> WORD;
    };
  }

  /** As it stands in a function's signature. */
  default String signature() {
    return switch (this) {
      case Whole(int bits, boolean isSigned) -> (isSigned ? "int" : "uint") + bits;
      case Address _ -> "address";
      case Bool _ -> "bool";
      case FixedBytes(int length) -> "bytes" + length;
      case Bytes _ -> "bytes";
      case Text _ -> "string";
      case ListOf(AbiType element, Optional<Integer> length) ->
          element.signature() + "[" + length.map(String::valueOf).orElse("") + "]";
      case Tuple(List<Parameter> fields) -> signature(fields);
    };
  }

  static String signature(List<Parameter> parameters) {
    return "(" + String.join(",", parameters.stream().map(field -> field.type().signature()).toList()) + ")";
  }
}
