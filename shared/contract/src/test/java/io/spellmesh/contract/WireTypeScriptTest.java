package io.spellmesh.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WireTypeScriptTest {
  private static final Path TYPES =
      Path.of("..", "..", "verticles", "editor", "src", "wire.ts");
  private static final String HOW = """
      The editor was written for another wire. Write its types anew with
        ./mvnw -pl shared/contract test -Dtest=WireTypeScriptTest -Dwire.typescript=write
      then see with npm run build in verticles/editor what no longer fits, and commit the difference.""";

  @Test
  void isWhatTheEditorWasWrittenFor() throws IOException {
    String now = TypeScriptText.print();
    if ("write".equals(System.getProperty("wire.typescript"))) {
      Files.writeString(TYPES, now);
    }

    assertEquals(Files.readString(TYPES), now, HOW);
  }
}
