package io.spellmesh.runner.code;

import io.roastedroot.quickjs4j.core.JavyPluginModule;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasi.WasiOptions;
import run.endive.wasi.WasiPreview1;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.ValType;

/**
 * One QuickJS in WebAssembly. Its system interface has a clock and random numbers, no folder, no variables, no
 * arguments, and writes to nowhere; beyond that it has one function, {@code endive.invoke}.
 *
 * @see <a href="https://github.com/bytecodealliance/javy">Javy, whose plugin this is, for the exports</a>
 */
final class Guest {
  private static final long ANY_ALIGNMENT = 1;
  private static final int LONGEST_WORD = 16;
  /** Each by where it begins and how long it is, to where an answer's place and length are written. */
  private static final FunctionType THREE_TEXTS =
      FunctionType.of(Collections.nCopies(6, ValType.I32), List.of(ValType.I32));

  /** What the guest may ask and say. */
  interface Host {
    /** @param text where the guest's text lies, in UTF-8 @return JSON */
    byte[] invoke(String kind, String name, Text text);
  }

  /** A text in the guest's memory, which may be much longer than anyone wants to read. */
  record Text(Memory memory, int at, int bytes) {
    String first(int most) {
      return new String(memory.readBytes(at, Math.min(bytes, most)), StandardCharsets.UTF_8);
    }

    byte[] whole() {
      return memory.readBytes(at, bytes);
    }
  }

  private final Host host;
  private final Instance instance;

  /** @param pages of 64 KB it may take */
  Guest(int pages, Host host) {
    this.host = host;
    WasiPreview1 system = WasiPreview1.builder().withOptions(WasiOptions.builder().build()).build();
    instance = Instance.builder(JavyPluginModule.load())
        .withMemoryFactory(limits -> new ByteArrayMemory(new MemoryLimits(limits.initialPages(), pages)))
        .withMachineFactory(JavyPluginModule::create)
        .withImportValues(ImportValues.builder().addFunction(system.toHostFunctions())
            .addFunction(new HostFunction("endive", "invoke", THREE_TEXTS, this::invoke))
            .build())
        .build();
  }

  void initialize() {
    instance.export("initialize_runtime").apply();
  }

  Memory memory() {
    return instance.memory();
  }

  Instance instance() {
    return instance;
  }

  /** Bytecode of a script. */
  byte[] compile(String script) {
    byte[] source = script.getBytes(StandardCharsets.UTF_8);
    int wide = (int) instance.export("compileSrc").apply(put(source), source.length)[0];
    return memory().readBytes(memory().readInt(wide), memory().readInt(wide + Integer.BYTES));
  }

  /** Runs bytecode, and after it whatever it left to be done later. */
  void run(int at, int bytes) {
    instance.export("eval").apply(at, bytes, 0, 0);
  }

  /** Copies bytes into memory that the guest gives. @return where */
  int put(byte[] bytes) {
    int at = allocate(bytes.length);
    memory().write(at, bytes);
    return at;
  }

  private int allocate(int bytes) {
    return (int) instance.export("cabi_realloc").apply(0, 0, ANY_ALIGNMENT, bytes)[0];
  }

  private long[] invoke(Instance caller, long... args) {
    String kind = text(args, 0).first(LONGEST_WORD);
    byte[] answer = host.invoke(kind, text(args, 2).first(LONGEST_WORD), text(args, 4));
    int at = put(answer);
    int wide = allocate(2 * Integer.BYTES);
    memory().writeI32(wide, at);
    memory().writeI32(wide + Integer.BYTES, answer.length);
    return new long[] {wide};
  }

  private Text text(long[] args, int first) {
    return new Text(memory(), (int) args[first], (int) args[first + 1]);
  }
}
