package io.spellmesh.runner.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import run.endive.wasm.types.MutabilityType;

/**
 * A guest's memory as it is before any call: the engine is up, {@code sandbox.js} has run. Every call begins from
 * here, so that nothing of one is left for the next, and copying it costs less than making it by a thousand times.
 *
 * @param entry      where the bytecode lies that runs a call
 * @param entryBytes its length
 */
record Snapshot(byte[] memory, long[] globals, int entry, int entryBytes) {
  private static final int PAGE = 1 << 16;
  private static final int PAGES_TO_GROW_IN = 64;
  private static final String ENTRY = "$run();";

  static Snapshot take() {
    Guest guest = new Guest(PAGES_TO_GROW_IN, (kind, name, text) -> {
      throw new IllegalStateException("there is no call yet, and it asks for " + name);
    });
    guest.initialize();
    byte[] prelude = guest.compile(prelude());
    guest.run(guest.put(prelude), prelude.length);
    byte[] entry = guest.compile(ENTRY);
    int at = guest.put(entry);
    long[] globals = new long[guest.instance().globalCount()];
    for (int i = 0; i < globals.length; i++) {
      globals[i] = guest.instance().global(i).getValue();
    }
    return new Snapshot(guest.memory().readBytes(0, guest.memory().pages() * PAGE), globals, at, entry.length);
  }

  private static String prelude() {
    try (InputStream file = Snapshot.class.getResourceAsStream("sandbox.js")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int pages() {
    return memory.length / PAGE;
  }

  void restore(Guest guest) {
    int missing = pages() - guest.memory().pages();
    if (missing > 0) {
      guest.memory().grow(missing);
    }
    guest.memory().write(0, memory);
    int end = guest.memory().pages() * PAGE;
    if (end > memory.length) {
      guest.memory().fill((byte) 0, memory.length, end);
    }
    for (int i = 0; i < globals.length; i++) {
      if (guest.instance().global(i).getMutabilityType() == MutabilityType.Var) {
        guest.instance().global(i).setValue(globals[i]);
      }
    }
  }
}
