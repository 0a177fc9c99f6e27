package io.spellmesh.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.stream.StreamingOperation;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WireGoldenTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "wire.golden");
  private static final int CONSTANT = Modifier.PUBLIC | Modifier.STATIC | Modifier.FINAL;
  private static final String HOW = """
      The wire has changed. Other programs were built against it: add Optional fields freely, never rename
      or retype a field, and make a new operation for anything else. If the change is meant, write the file
      anew with
        ./mvnw -pl shared/contract test -Dtest=WireGoldenTest -Dwire.golden=write
      and commit the difference.""";

  @Test
  void isWhatOtherProgramsWereBuiltAgainst() throws IOException {
    String now = WireText.print();
    if ("write".equals(System.getProperty("wire.golden"))) {
      Files.writeString(GOLDEN, now);
    }

    assertEquals(Files.readString(GOLDEN), now, HOW);
  }

  @Test
  void listsEveryInterfaceThatHoldsOperations() throws Exception {
    List<Class<?>> holders = CompiledClasses.all().stream()
        .filter(type -> Arrays.stream(type.getDeclaredFields())
            .anyMatch(field -> field.getModifiers() == CONSTANT
                && (field.getType() == Operation.class || field.getType() == StreamingOperation.class)))
        .toList();

    assertEquals(new HashSet<>(ContractRooms.ALL), new HashSet<>(holders));
  }

  @Test
  void hasOneOperationPerAddress() {
    Set<String> addresses = new HashSet<>();

    for (Operation<?, ?> operation : ContractRooms.operations()) {
      assertTrue(addresses.add(operation.address()), operation.address());
    }
    ContractRooms.streaming().forEach(streaming -> assertTrue(addresses.add(streaming.operation().address())));
    ContractRooms.streaming().forEach(streaming ->
        assertTrue(!addresses.contains(streaming.stop().address()), streaming.stop().address()));
  }
}
