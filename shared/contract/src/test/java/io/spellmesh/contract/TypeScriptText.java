package io.spellmesh.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.run.RunParts;
import io.spellmesh.contract.tab.News;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The wire as the editor's compiler reads it: every record as an interface, every operation by its address. */
final class TypeScriptText {
  private static final Map<Class<?>, String> PLAIN = Map.ofEntries(
      Map.entry(String.class, "string"), Map.entry(UUID.class, "string"), Map.entry(Instant.class, "string"),
      Map.entry(Duration.class, "string"), Map.entry(boolean.class, "boolean"), Map.entry(Boolean.class, "boolean"),
      Map.entry(JsonNode.class, "Json"), Map.entry(ObjectNode.class, "JsonObject"),
      Map.entry(ArrayNode.class, "readonly Json[]"));

  private final Map<String, String> types = new TreeMap<>();
  private final Map<Class<?>, String> kinds = new HashMap<>();
  private final Set<Class<?>> reached = new HashSet<>();
  private final Deque<Class<?>> open = new ArrayDeque<>();

  static String print() {
    return new TypeScriptText().all();
  }

  private String all() {
    List<Operation<?, ?>> operations = ContractRooms.operations();
    String asked = operations.stream().map(operation -> "  '" + operation.address() + "': { ask: "
        + name(operation.question()) + "; answer: " + name(operation.answer()) + " };\n").collect(Collectors.joining());
    String patience = operations.stream().map(operation -> "  '" + operation.address() + "': "
        + operation.patience().toMillis() + ",\n").collect(Collectors.joining());
    // What travels outside of questions and answers.
    List.of(RunGroup.class, RunHead.class, RunParts.class, News.class, Mistake.class).forEach(this::reach);
    while (!open.isEmpty()) {
      Class<?> type = open.pop();
      types.put(name(type), describe(type));
    }
    return """
        // Made from the contract by WireTypeScriptTest, and held to it by that test; never edited by hand.
        import type { Json, JsonObject } from './json';

        export interface Operations {
        """ + asked + "}\n\n/** How long the server lets each be waited for, in milliseconds. */\n"
        + "export const PATIENCE: { readonly [A in keyof Operations]: number } = {\n" + patience + "};\n\n"
        + failures() + String.join("\n", types.values());
  }

  private static String failures() {
    return Arrays.stream(FailureCode.values()).map(code -> "'" + code + "'")
        .collect(Collectors.joining("\n  | ", "export type FailureCode =\n  | ", ";\n\n"))
        + Arrays.stream(FailureCode.values()).map(code -> "  " + code.number() + ": '" + code + "',\n")
        .collect(Collectors.joining("",
            "/** The numbers under which failures cross the bus. */\n"
                + "export const FAILURE_NUMBERS: { readonly [number: number]: FailureCode } = {\n", "};\n\n"));
  }

  private String describe(Class<?> type) {
    if (type.isEnum()) {
      return "export type " + name(type) + " = " + Arrays.stream(type.getEnumConstants())
          .map(choice -> Wire.text(choice).replace('"', '\'')).collect(Collectors.joining(" | ")) + ";\n";
    }
    if (type.isSealed()) {
      return "export type " + name(type) + " =\n  | "
          + Arrays.stream(type.getAnnotation(JsonSubTypes.class).value()).map(kind -> {
            kinds.put(kind.value(), kind.name());
            return name(kind.value());
          }).collect(Collectors.joining("\n  | ")) + ";\n";
    }
    return "export interface " + name(type) + " {\n"
        + Optional.ofNullable(kinds.get(type)).map(kind -> "  readonly kind: '" + kind + "';\n").orElse("")
        + Arrays.stream(type.getRecordComponents()).map(this::field).collect(Collectors.joining()) + "}\n";
  }

  private String field(RecordComponent field) {
    Type type = field.getGenericType();
    return "  readonly " + field.getName() + (isOptional(type) ? "?: " : ": ") + name(type) + ";\n";
  }

  private static boolean isOptional(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
  }

  private String name(Type type) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type[] of = generic.getActualTypeArguments();
      if (raw == Optional.class) {
        return name(of[0]);
      }
      if (Collection.class.isAssignableFrom(raw)) {
        String item = name(of[0]);
        return "readonly " + (item.contains(" ") ? "(" + item + ")" : item) + "[]";
      }
      if (raw == Map.class) {
        return "{ readonly [key: string]: " + name(of[1]) + " }";
      }
      throw new IllegalStateException("no TypeScript is known for " + type);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == FailureCode.class || PLAIN.containsKey(plain)) {
      return PLAIN.getOrDefault(plain, plain.getSimpleName());
    }
    if (plain.isPrimitive() || Number.class.isAssignableFrom(plain)) {
      return "number";
    }
    reach(plain);
    return plain.getName().substring(plain.getPackageName().length() + 1).replace("$", "");
  }

  private void reach(Class<?> type) {
    if (!type.getName().startsWith("io.spellmesh.contract.")) {
      throw new IllegalStateException("no TypeScript is known for " + type);
    }
    if (reached.add(type)) {
      open.add(type);
    }
  }
}
