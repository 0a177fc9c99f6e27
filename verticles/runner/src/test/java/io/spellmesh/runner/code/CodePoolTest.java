package io.spellmesh.runner.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.testkit.Waiting;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions may be, what they give, and what they say when they fail. */
class CodePoolTest {
  private static final Calls CALLS = new Calls();

  @AfterAll
  static void close() {
    CALLS.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "function worker(inputs, data, state) { return { sum: inputs.a + data.b + state.c } }",
      "function worker(inputs, data, state) { return { sum: inputs.a + data.b + state.c } };",
      "// a comment\nfunction worker({ a }, data, state) {\n  return { sum: a + data.b + state.c }\n}\n",
      "(inputs, { b }, { c }) => ({ sum: inputs.a + b + c })",
      "(inputs, { b }, { c }) => ({ sum: input.a + b + c })",
      "async (inputs, data, state) => { await null; return { sum: inputs.a + data.b + state.c } }",
      "(inputs, data, state) => new Promise(keep => queueMicrotask(() => keep({ sum: inputs.a + data.b + state.c })))",
      "const add = (...all) => all.reduce((x, y) => x + y);\n"
          + "function worker(inputs, data, state) { return { sum: add(inputs.a, data.b, state.c) } }",
      "const input = 1;\nconst worker = (inputs, data, state) => ({ sum: input + data.b + state.c })"})
  void callsAFunctionHoweverItIsWritten(String source) {
    assertEquals("{'sum':6}", CALLS.call(source, "{'a':1}", "{'b':2}", "{'c':3}"));
  }

  @Test
  void carriesEveryKindOfValueBothWays() {
    String values = "{'text':'ü€😀','whole':-7,'part':0.1,'large':9007199254740991,'yes':true,'no':null,"
        + "'list':[1,[2,[]],{}],'line':'a\\nb'}";

    assertEquals(values, CALLS.call("x => x", values));
  }

  @Test
  void givesNullForWhatJsonHasNoWordFor() {
    assertEquals("null", CALLS.call("() => undefined"));
    assertEquals("null", CALLS.call("() => () => 1"));
    assertEquals("{'b':null,'c':'1970-01-01T00:00:00.000Z'}",
        CALLS.call("() => ({ a: undefined, b: NaN, c: new Date(0), f() {} })"));
  }

  @Test
  void saysWhatWasThrownAndNearWhichLine() {
    assertEquals("near line 3: TypeError: cannot read property 'of' of undefined",
        CALLS.failure("function worker() {\n  const nothing = {}\n  nothing.at.of()\n}").getMessage());
    assertEquals("near line 1: Error: boom", CALLS.failure("(x) => { throw new Error('boom') }", "'x'").getMessage());
    assertEquals("throws boom", CALLS.failure("() => { throw 'boom' }").getMessage());
    assertEquals("throws {\"code\":7}", CALLS.failure("() => { throw { code: 7 } }").getMessage());
    assertEquals("near line 2: RangeError: late",
        CALLS.failure("async () => {\n await null; throw new RangeError('late') }").getMessage());
    assertEquals(FailureCode.UNPROCESSABLE, CALLS.failure("() => { throw 1 }").code());
  }

  @Test
  void saysWhereCodeCannotBeRead() {
    String message = CALLS.failure("function worker() {\n  const a = ;\n}").getMessage();

    assertTrue(message.startsWith("line 2: SyntaxError: "), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "42", "'worker'", "const helper = () => 1;"})
  void saysThatItNeedsAFunction(String source) {
    assertEquals("is no function; must be one, such as function worker(inputs, data, state) { … }",
        CALLS.failure(source).getMessage());
  }

  @Test
  void tellsWhatIsLoggedWhileItRuns() {
    try (Calls calls = new Calls()) {
      calls.call("x => { console.log('data', x, 1, undefined); console.warn('mind'); console.error(new Error('e')) }",
          "{'a':1}");

      assertEquals(List.of("info: data {\"a\":1} 1 undefined", "warn: mind", "error: Error: e"), calls.lines());
    }
  }

  @Test
  void boundsWhatIsLogged() {
    try (Calls calls = new Calls()) {
      calls.call("() => { console.log('x'.repeat(1e6)); for (let i = 0; i < 500; i++) console.log(i) }");

      assertEquals("info: " + "x".repeat(2000) + "…", calls.lines().getFirst());
      assertEquals("warn: logs more than 100 lines; the others are not shown", calls.lines().getLast());
      assertEquals(101, calls.lines().size());
    }
  }

  @Test
  void randomNumbersAreOthersInEveryCall() {
    String random = "() => [Math.random(), Math.random(), Math.random()]";

    assertNotEquals(CALLS.call(random), CALLS.call(random));
    assertEquals("true", CALLS.call("() => { for (let i = 0; i < 1000; i++) { const r = Math.random(); "
        + "if (!(r >= 0 && r < 1)) return r } return true }"));
  }

  @Test
  void usersTakeTurns() {
    try (Calls calls = new Calls(Calls.TIME, 1, 100)) {
      String slow = "() => { for (let i = 0; i < 20000; i++); return Date.now() }";
      List<CompletableFuture<JsonNode>> many =
          IntStream.range(0, 40).mapToObj(i -> calls.calling(slow)).toList();
      CompletableFuture<JsonNode> one = calls.callingAs(UUID.randomUUID(), slow);

      Waiting.await(Future.fromCompletionStage(one));

      assertTrue(many.stream().filter(CompletableFuture::isDone).count() < 20,
          "the one call came after most of another user's many");
    }
  }

  @Test
  void refusesMoreThanMayWait() {
    try (Calls calls = new Calls(Calls.TIME, 1, 3)) {
      List<CompletableFuture<JsonNode>> all =
          IntStream.range(0, 20).mapToObj(i -> calls.calling("() => 1")).toList();

      Failure refused = assertThrows(Failure.class, () -> Waiting.await(Future.fromCompletionStage(all.getLast())));

      assertEquals(FailureCode.TOO_MANY, refused.code());
      assertEquals("1", Waiting.await(Future.fromCompletionStage(all.getFirst())).toString());
    }
  }

  @Test
  void aCallThatIsCancelledGivesItsThreadBack() {
    try (Calls calls = new Calls(Duration.ofMinutes(10), 1, 10)) {
      CompletableFuture<JsonNode> endless = calls.calling("() => { console.log('in'); while (true); }");
      Waiting.until(() -> calls.lines().contains("info: in"));
      CompletableFuture<JsonNode> waiting = calls.calling("() => { console.log('never') }");

      waiting.cancel(false);
      endless.cancel(false);

      assertEquals("1", calls.call("() => 1"));
      assertEquals(List.of("info: in"), calls.lines());
    }
  }

  @Test
  void whatIsUnderWayEndsWithThePool() {
    Calls calls = new Calls(Duration.ofMinutes(10), 1, 10);
    CompletableFuture<JsonNode> endless = calls.calling("() => { console.log('in'); while (true); }");
    CompletableFuture<JsonNode> waiting = calls.calling("() => 1");
    Waiting.until(() -> calls.lines().contains("info: in"));

    calls.close();

    assertEquals(FailureCode.UNAVAILABLE, calls.failure(endless).code());
    assertEquals(FailureCode.UNAVAILABLE, calls.failure(waiting).code());
    assertEquals(FailureCode.UNAVAILABLE, calls.failure("() => 1").code());
  }
}
