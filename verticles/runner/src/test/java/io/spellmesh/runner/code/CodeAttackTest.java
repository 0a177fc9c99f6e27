package io.spellmesh.runner.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code that means ill: attacks 48 to 53. After each the sandbox serves the next as ever. */
@Tag("attack")
class CodeAttackTest {
  private static final Duration SHORT = Duration.ofMillis(700);
  private static final Calls CALLS = new Calls(Duration.ofSeconds(5), 1, 200);
  private static final Calls HASTY = new Calls(SHORT, 1, 200);

  @AfterAll
  static void close() {
    CALLS.close();
    HASTY.close();
  }

  @AfterEach
  void goesOn() {
    assertEquals("{'ok':true}", CALLS.call("() => ({ ok: true })"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"() => { while (true); }", "() => /^(a+)+$/.test('a'.repeat(40) + 'b')",
      "() => { for (;;) { try { throw 1 } catch (e) { } finally { continue } } }",
      "() => { const again = () => queueMicrotask(again); again(); return new Promise(() => {}) }",
      "async () => { for (;;) await null }",
      "() => ({ toJSON() { for (;;); } })",
      "() => new Proxy({}, { ownKeys() { for (;;); } })",
      "() => [1, 2].sort(() => { for (;;); })",
      "() => { throw { get stack() { for (;;); }, toString() { for (;;); }, toJSON() { for (;;); } } }"})
  void whatDoesNotEndIsStopped(String source) {
    NodeFailure failure = HASTY.failure(source);

    assertEquals(FailureCode.TIMED_OUT, failure.code(), failure.getMessage());
    assertEquals("computed for more than 0.7 s, which is all that code may", failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"() => { const f = n => f(n + 1) + 1; return f(0) }",
      "() => { const f = () => { try { f() } catch (e) { f() } }; f() }",
      "() => JSON.parse('['.repeat(100000) + ']'.repeat(100000))",
      "() => { let a = []; for (let i = 0; i < 20000; i++) a = [a]; return a }",
      "() => eval('('.repeat(50000))"})
  void whatGoesTooDeepFails(String source) {
    NodeFailure failure = CALLS.failure(source);

    assertTrue(failure.getMessage().contains("too deep") || failure.getMessage().contains("stack overflow")
        || failure.code() == FailureCode.TIMED_OUT, failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"() => 'x'.repeat(1e9)", "() => { let s = 'x'; for (;;) s += s }",
      "() => { const a = []; for (;;) a.push(new Array(100000).fill(1)) }",
      "() => { const m = new Map(); for (let i = 0; ; i++) m.set(i, 'x'.repeat(10000) + i) }",
      "() => new ArrayBuffer(1e9)", "() => new Uint8Array(60e6).fill(1).length",
      "() => { const s = 'x'.repeat(7e6); return [s, s, s, s] }",
      "() => { const s = 'x'.repeat(20e6); return s + s }"})
  void whatTakesTooMuchMemoryFails(String source) {
    String message = CALLS.failure(source).getMessage();

    assertTrue(message.contains("memory") || message.contains("too long") || message.contains("invalid array")
        || message.contains("computed for more"), message);
  }

  @Test
  void memoryIsBoundedWhateverItIsTakenFor() {
    String greedy = "() => { const all = []; try { for (;;) all.push('x'.repeat(100000) + all.length) } "
        + "catch (e) { return all.length } }";

    int strings = Integer.parseInt(CALLS.call(greedy));

    assertTrue(strings > 100 && strings * 100_000L < 48 << 20, "it had " + strings + " texts at once");
  }

  @Test
  void thereIsNoWayOut() {
    assertEquals("[]", CALLS.call("""
        () => ['Java', 'Packages', 'java', 'process', 'require', 'module', 'fetch', 'XMLHttpRequest', 'WebSocket',
          'setTimeout', 'setInterval', 'Deno', 'std', 'os', 'java_invoke', 'Javy', 'plugin', '$run', 'load', 'print',
          'quickjs4j_engine', 'Worker', 'importScripts'].filter(name => name in globalThis)"""));
    assertEquals("[]", CALLS.call("""
        () => ['Java', 'java_invoke', 'Javy', 'process', 'require'].filter(name => {
          const outermost = [].filter.constructor('return this')();
          return name in outermost || name in (0, eval)('this') || name in (function () { return this })() })"""));
    assertEquals("'undefined'", CALLS.call("() => typeof Error.prepareStackTrace?.({}, [])"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"() => import('fs')", "() => import('std')", "() => import('file:///etc/passwd')",
      "async () => { const m = await import('os'); return m }"})
  void nothingCanBeImported(String source) {
    String message = CALLS.failure(source).getMessage();

    assertTrue(message.contains("could not load module"), message);
  }

  @Test
  void whatASpellCallsHostIsItsOwnAndNobodyElses() {
    assertEquals("'mine'", CALLS.call("() => { globalThis.java_invoke = () => '9'; JSON.stringify = () => 'x'; "
        + "Promise.prototype.then = () => 7; return 'mine' }"));
    assertEquals("{'a':1}", CALLS.call("() => { Object.defineProperty(Object.prototype, 'toJSON', "
        + "{ get() { return undefined }, configurable: true }); return { a: 1 } }"));
  }

  @Test
  void whatCannotBeWrittenAsJsonIsSaid() {
    assertTrue(CALLS.failure("() => { const a = {}; a.a = a; return a }").getMessage()
        .startsWith("gives what cannot be written as JSON: TypeError: circular"));
    assertTrue(CALLS.failure("() => ({ n: 10n })").getMessage()
        .startsWith("gives what cannot be written as JSON: TypeError: "));
    assertEquals("gives a bigint, which JSON has no word for", CALLS.failure("() => 10n").getMessage());
    assertTrue(CALLS.failure("() => ({ get x() { throw new Error('no') } })").getMessage()
        .endsWith("Error: no"));
    assertEquals("gives an object with a function 'then' that is no promise; must give plain values",
        CALLS.failure("() => ({ then(keep) { keep(3) } })").getMessage());
    assertEquals("gives a promise that is never kept", CALLS.failure("() => new Promise(() => {})").getMessage());
    assertEquals("gives more than 500000 single values",
        CALLS.failure("() => new Array(600000).fill(0)").getMessage());
    assertEquals("gives 9000002 bytes as JSON, may give 8388608", CALLS.failure("() => 'x'.repeat(9e6)").getMessage());
    assertEquals("gives what is nested more than 200 levels deep",
        CALLS.failure("() => { let a = []; for (let i = 0; i < 300; i++) a = [a]; return a }").getMessage());
    assertEquals("throws something that cannot be shown",
        CALLS.failure("() => { throw new Proxy(new Error('x'), { get() { throw 1 } }) }").getMessage());
  }

  @Test
  void nothingIsLeftForTheNextCall() {
    for (String leak : List.of("() => { globalThis.leak = 1; leaked = 2; return 1 }",
        "() => { Object.prototype.leak = 1; Array.prototype.map = () => 'stolen'; return 1 }",
        "() => { JSON.parse = () => 'stolen'; Math.max = () => 'stolen'; console.log = () => 'stolen'; return 1 }",
        "() => { delete globalThis.Array; delete Object.prototype.hasOwnProperty; return 1 }",
        "() => { Object.freeze(globalThis); return 1 }")) {
      assertEquals("1", CALLS.call(leak));

      assertEquals("['undefined','undefined',[2],1,2,'function',true]", CALLS.call("""
          () => [typeof leak, typeof leaked, [1].map(x => x + 1), JSON.parse('1'), Math.max(1, 2),
            typeof Object.prototype.hasOwnProperty, console.log('x') === undefined]"""));
    }
  }

  @Test
  void aHundredAtOnceAllEndAndTheBadOnesHarmOnlyThemselves() {
    try (Calls calls = new Calls(SHORT, 2, 100)) {
      List<CompletableFuture<JsonNode>> all = IntStream.range(0, 100).mapToObj(i -> calls.calling(
          i % 25 == 0 ? "() => { while (true); }" : "() => ({ i: " + i + " })")).toList();

      for (int i = 0; i < all.size(); i++) {
        if (i % 25 == 0) {
          assertEquals(FailureCode.TIMED_OUT, calls.failure(all.get(i)).code());
        } else {
          assertEquals("{\"i\":" + i + "}", Waiting.await(Future.fromCompletionStage(all.get(i))).toString());
        }
      }
    }
  }
}
