package io.spellmesh.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.spellmesh.contract.run.RunGroup;
import io.spellmesh.contract.run.RunHead;
import io.spellmesh.contract.stream.StreamMessage;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.contract.tab.News;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole wire as a text: failures, operations, and every record they reach with its fields. */
final class WireText {
  private static final String HOME = "io.spellmesh.contract.";

  private final Map<String, String> types = new TreeMap<>();
  private final Set<Class<?>> reached = new HashSet<>();
  private final Deque<Class<?>> open = new ArrayDeque<>();

  static String print() {
    return new WireText().all();
  }

  private String all() {
    String failures = Arrays.stream(FailureCode.values())
        .map(code -> "failure " + code + " " + code.number() + (code.retryable() ? " retryable" : ""))
        .collect(Collectors.joining("\n"));
    String operations = ContractRooms.operations().stream().map(this::operation)
        .collect(Collectors.joining("\n"));
    String streaming = ContractRooms.streaming().stream().flatMap(this::streaming).distinct()
        .collect(Collectors.joining("\n"));
    // What travels outside of questions and answers.
    reach(RunGroup.class);
    reach(RunHead.class);
    reach(FailureCodec.Parts.class);
    reach(StreamMessage.class);
    reach(News.class);
    while (!open.isEmpty()) {
      Class<?> type = open.pop();
      types.put(name(type), describe(type));
    }
    return failures + "\n\n" + operations + "\n\n" + streaming + "\n\n" + String.join("\n", types.values()) + "\n";
  }

  private String operation(Operation<?, ?> operation) {
    reach(operation.question());
    reach(operation.answer());
    return operation.address() + " " + name(operation.question()) + " -> " + name(operation.answer())
        + " " + operation.patience().toSeconds() + "s" + (operation.open() ? " open" : "");
  }

  private Stream<String> streaming(StreamingOperation<?, ?> streaming) {
    return Stream.of(operation(streaming.operation()) + " streams, silent " + streaming.silence().toSeconds()
        + "s", operation(streaming.stop()));
  }

  private String describe(Class<?> type) {
    if (type.isEnum()) {
      return "choice " + name(type) + " " + Arrays.stream(type.getEnumConstants()).map(Wire::text)
          .collect(Collectors.joining(" "));
    }
    if (type.isSealed()) {
      return "kinds " + name(type) + Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
          .map(this::kind).collect(Collectors.joining());
    }
    return "record " + name(type) + Arrays.stream(type.getRecordComponents())
        .map(this::field).collect(Collectors.joining());
  }

  private String kind(JsonSubTypes.Type kind) {
    reach(kind.value());
    return "\n  \"" + kind.name() + "\" " + name(kind.value());
  }

  private String field(RecordComponent field) {
    return "\n  " + field.getName() + " " + name(field.getGenericType());
  }

  private String name(Type type) {
    if (type instanceof ParameterizedType generic) {
      return name(generic.getRawType()) + Arrays.stream(generic.getActualTypeArguments())
          .map(this::name).collect(Collectors.joining(", ", "<", ">"));
    }
    Class<?> plain = (Class<?>) type;
    reach(plain);
    return plain.getName().startsWith(HOME)
        ? plain.getName().substring(HOME.length()).replace('$', '.')
        : plain.getSimpleName();
  }

  private void reach(Class<?> type) {
    if (type.getName().startsWith(HOME) && reached.add(type)) {
      open.add(type);
    }
  }
}
