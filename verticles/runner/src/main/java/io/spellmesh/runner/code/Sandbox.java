package io.spellmesh.runner.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.engine.node.NodeFailure;
import java.util.Optional;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.WasmEngineException;

/** Where the calls of one thread run, one after the other, each as if it were the first. */
final class Sandbox {
  /** A guest that has grown by more than this, 4 MB, is cheaper to make anew than to clean and to keep. */
  private static final int PAGES_WORTH_KEEPING = 64;
  private static final int PAGES_A_MEGABYTE = 16;

  private final Snapshot snapshot;
  private final int pages;
  private Optional<Guest> kept = Optional.empty();
  private Optional<Call> current = Optional.empty();

  Sandbox(Snapshot snapshot, int pages) {
    this.snapshot = snapshot;
    this.pages = pages;
  }

  /** Its thread was interrupted. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted() {
      super(null, null, false, false);
    }
  }

  /**
   * @throws NodeFailure what the function failed with
   * @throws Interrupted if the thread is interrupted meanwhile; at the next turn of a loop, or the next call
   */
  JsonNode run(Call call) {
    current = Optional.of(call);
    try {
      run();
    } catch (WasmInterruptedException interrupted) {
      throw new Interrupted();
    } catch (WasmEngineException | StackOverflowError broken) {
      if (!call.isOver()) {
        throw new NodeFailure(why(broken));
      }
    } finally {
      current = Optional.empty();
    }
    return call.value();
  }

  private void run() {
    // A guest that is left in the middle of something is not used again.
    Guest guest = kept.orElseGet(this::make);
    kept = Optional.empty();
    snapshot.restore(guest);
    guest.run(snapshot.entry(), snapshot.entryBytes());
    if (guest.memory().pages() <= snapshot.pages() + PAGES_WORTH_KEEPING) {
      kept = Optional.of(guest);
    }
  }

  private Guest make() {
    return new Guest(pages, (kind, name, text) -> current.orElseThrow().invoke(kind, name, text));
  }

  /** The engine has no words for it: it ran out of stack, which is both Java's and its own, or of memory. */
  private String why(Throwable broken) {
    String said = String.valueOf(broken.getMessage());
    if (broken instanceof StackOverflowError || said.contains("call stack") || said.contains("out of bounds")) {
      return "calls itself too deeply, or its values are nested too deep";
    }
    return "needs more memory than the " + pages / PAGES_A_MEGABYTE + " MB it may use";
  }
}
