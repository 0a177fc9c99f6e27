package io.spellmesh.contract.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;

/** The names of events on the wire, as {@link RunEvent} lists them for its readers. */
final class RunEventKind {
  static final ClassValue<String> OF = new ClassValue<>() {
    @Override
    protected String computeValue(Class<?> event) {
      return Arrays.stream(RunEvent.class.getAnnotation(JsonSubTypes.class).value())
          .filter(listed -> listed.value() == event).findFirst().orElseThrow().name();
    }
  };

  private RunEventKind() {}
}
