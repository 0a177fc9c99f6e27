package io.spellmesh.kit.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.stream.StreamedAnswer;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.kit.identity.SigningKey;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streamed answers between two members of a real cluster. */
class StreamingIT {
  record Question(String text) {}

  record Answer(String text) {}

  private static final Duration BEAT = Duration.ofMillis(200);

  @TempDir
  static Path folder;
  private static SigningKey key;
  private static String cluster;
  private static ClusteredMember service;
  private static ClusteredMember asker;

  private final UUID alice = UUID.randomUUID();
  private final List<String> pieces = new CopyOnWriteArrayList<>();
  private final Promise<Void> stopped = Promise.promise();
  private final AtomicInteger begun = new AtomicInteger();
  /** Its own for each test, so that none hears another's. */
  private final StreamingOperation<Question, Answer> speak = StreamingOperation.at(
      "spellmesh.t" + UUID.randomUUID() + ".speak", Question.class, Answer.class);

  @BeforeAll
  static void begin() throws Exception {
    key = SigningKey.load(Optional.empty(), folder);
    cluster = "streams-" + UUID.randomUUID();
    service = ClusteredMember.join(cluster, "service", key, BEAT);
    asker = ClusteredMember.join(cluster, "asker", key, BEAT);
  }

  @AfterAll
  static void end() throws Exception {
    get(Future.join(asker.vertx().close(), service.vertx().close()));
  }

  @Test
  void partsComeInOrderAndThenTheWhole() throws Exception {
    serving((_, question, out, _) -> {
      IntStream.range(0, 500).forEach(i -> out.accept(question.text() + i));
      return Future.succeededFuture(new Answer("whole"));
    });

    assertEquals(new Answer("whole"), get(ask(speak).answer()));
    assertEquals(IntStream.range(0, 500).mapToObj(i -> "p" + i).toList(), pieces);
  }

  @Test
  void beatsKeepASlowAnswerAlive() throws Exception {
    serving((_, _, _, _) -> Future.future(slow ->
        service.vertx().setTimer(BEAT.toMillis() * 8, _ -> slow.complete(new Answer("late")))));

    assertEquals(new Answer("late"), get(ask(speak.withSilence(BEAT.multipliedBy(4))).answer()));
  }

  @Test
  void silenceEndsTheAskAndStopsTheService() throws Exception {
    serving((_, _, _, stop) -> {
      stop.onComplete(stopped);
      return Future.future(never -> { });
    });

    Failure failure = failureOf(ask(speak.withSilence(BEAT.dividedBy(2))).answer());

    assertEquals(FailureCode.TIMED_OUT, failure.code());
    get(stopped.future());
  }

  @Test
  void aStopReachesTheServiceAndEndsTheAsk() throws Exception {
    StreamedAnswer<Answer> asked = askingForEver();

    asked.stop();

    assertEquals(FailureCode.CANCELLED, failureOf(asked.answer()).code());
    get(stopped.future());
  }

  @Test
  void theServiceStopsWhenTheAskersProcessIsGone() throws Exception {
    ClusteredMember leaving = ClusteredMember.join(cluster, "leaving", key, BEAT);
    Promise<Void> heard = Promise.promise();
    serving((_, _, out, stop) -> {
      stop.onComplete(stopped);
      out.accept("first");
      return Future.future(never -> { });
    });
    leaving.streams().ask(speak, new Question("p"), () -> leaving.token(alice), _ -> heard.complete());
    get(heard.future());

    get(leaving.vertx().close());

    get(stopped.future());
  }

  @Test
  void theServiceStopsWhenTheTakerOfThePiecesRefusesThem() throws Exception {
    serving((_, _, out, stop) -> {
      stop.onComplete(stopped);
      out.accept("first");
      return Future.future(never -> { });
    });
    IllegalStateException refusal = new IllegalStateException("full");

    StreamedAnswer<Answer> asked = asker.streams().ask(speak, new Question("p"), () -> asker.token(alice), _ -> {
      throw refusal;
    });

    try {
      get(asked.answer());
      throw new AssertionError("should have failed");
    } catch (ExecutionException failed) {
      assertEquals(refusal, failed.getCause());
    }
    get(stopped.future());
  }

  @Test
  void nobodyElseCanStopAnAsk() throws Exception {
    Promise<Answer> release = Promise.promise();
    serving((_, _, _, stop) -> {
      stop.onComplete(stopped);
      begun.incrementAndGet();
      return release.future();
    });
    UUID ask = UUID.randomUUID();
    Promise<Void> beating = Promise.promise();
    String address = listener(beating);
    Future<Answer> answer = raw(ask, address);
    get(beating.future());

    String eves = asker.token(UUID.randomUUID());
    assertEquals(Nothing.NOTHING, get(asker.mesh().ask(speak.stop(), new StreamingOperation.Stop(ask), eves)));
    assertEquals(Nothing.NOTHING, get(asker.mesh().ask(speak.stop(),
        new StreamingOperation.Stop(UUID.randomUUID()), asker.token(alice))));
    assertEquals(FailureCode.UNAUTHENTICATED,
        failureOf(asker.mesh().ask(speak.stop(), new StreamingOperation.Stop(ask))).code());
    assertFalse(stopped.future().isComplete());
    assertEquals(FailureCode.CONFLICT, failureOf(raw(ask, address)).code(), "the same id again");
    release.complete(new Answer("whole"));

    assertEquals(new Answer("whole"), get(answer));
    assertEquals(1, begun.get());
  }

  @Test
  void aFailureComesAfterTheParts() throws Exception {
    serving((_, _, out, _) -> {
      out.accept("one ");
      out.accept("two");
      return Future.failedFuture(new Failure(FailureCode.PROVIDER_FAILED, "the model has melted"));
    });

    Failure failure = failureOf(ask(speak).answer());

    assertEquals(FailureCode.PROVIDER_FAILED, failure.code());
    assertEquals("the model has melted", failure.getMessage());
    assertEquals(List.of("one ", "two"), pieces);
  }

  @Test
  void aHandlerWithABugIsAFailureAndNotASilence() throws Exception {
    serving((_, _, _, _) -> {
      throw new IllegalStateException("a bug");
    });

    assertEquals(FailureCode.INTERNAL, failureOf(ask(speak).answer()).code());
  }

  @Test
  void partsGoToAnAskersAddressAndNowhereElse() throws Exception {
    serving((_, _, _, _) -> {
      begun.incrementAndGet();
      return Future.succeededFuture(new Answer("whole"));
    });
    UUID ask = UUID.randomUUID();

    for (String elsewhere : List.of("spellmesh.user." + alice, "spellmesh.node.p1.socket-ended", "stream", "")) {
      assertEquals(FailureCode.BAD_REQUEST, failureOf(raw(ask, elsewhere)).code(), elsewhere);
    }
    assertEquals(FailureCode.BAD_REQUEST, failureOf(asker.mesh().ask(speak.operation(), new Question("p"),
        asker.token(alice), Map.of("ask", "1", "stream", "spellmesh.node.asker.stream"))).code());
    assertEquals(FailureCode.UNAVAILABLE, failureOf(raw(ask, "spellmesh.node.nobody.stream")).code());
    assertEquals(FailureCode.NOT_FOUND, failureOf(raw(ask, "spellmesh.node.asker.stream")).code());
    assertEquals(0, begun.get());
    DeliveryOptions noToken = new DeliveryOptions().addHeader("ask", ask.toString());
    assertEquals(FailureCode.UNAUTHENTICATED, failureOf(asker.vertx().eventBus()
        .request(speak.operation().address(), new JsonObject(), noToken)).code());
  }

  @Test
  void whoDoesNotSayWhereItHearsGetsTheWholeAlone() throws Exception {
    serving((caller, _, out, stop) -> {
      assertEquals(alice, caller.user());
      out.accept("unheard");
      assertFalse(stop.isComplete());
      return Future.succeededFuture(new Answer("whole"));
    });

    assertEquals(new Answer("whole"),
        get(asker.mesh().ask(speak.operation(), new Question("p"), asker.token(alice))));
  }

  private StreamedAnswer<Answer> askingForEver() throws Exception {
    Promise<Void> asked = Promise.promise();
    serving((_, _, _, stop) -> {
      stop.onComplete(stopped);
      asked.complete();
      return Future.future(never -> { });
    });
    StreamedAnswer<Answer> answer = ask(speak);
    get(asked.future());
    return answer;
  }

  private void serving(StreamHandler<Question, Answer> handler) throws Exception {
    get(service.serving().serveStreaming(speak, handler));
    // A new registration is known to the other member a moment later.
    boolean known = false;
    while (!known) {
      Future<Nothing> probe = asker.mesh().ask(speak.stop(), new StreamingOperation.Stop(UUID.randomUUID()),
          asker.token(alice));
      known = settled(probe).succeeded();
    }
    assertTrue(known);
  }

  private StreamedAnswer<Answer> ask(StreamingOperation<Question, Answer> operation) {
    return asker.streams().ask(operation, new Question("p"), () -> asker.token(alice), pieces::add);
  }

  /** Hears beats and answers them, as {@link io.spellmesh.contract.stream.Streams} would. */
  private static String listener(Promise<Void> beating) throws Exception {
    String address = "spellmesh.node.l" + UUID.randomUUID() + ".stream";
    get(asker.vertx().eventBus().<JsonObject>consumer(address, message -> {
      beating.tryComplete();
      message.reply(Wire.body(Nothing.NOTHING));
    }).completion());
    return address;
  }

  private Future<Answer> raw(UUID ask, String address) {
    return asker.mesh().ask(speak.operation(), new Question("p"), asker.token(alice),
        Map.of(StreamingOperation.ASK, ask.toString(), StreamingOperation.STREAM, address));
  }

  private static <T> Future<T> settled(Future<T> future) throws Exception {
    future.otherwiseEmpty().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    return future;
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(40, TimeUnit.SECONDS);
  }

  private static Failure failureOf(Future<?> future) throws Exception {
    try {
      throw new AssertionError("should have failed, but answered " + get(future));
    } catch (ExecutionException e) {
      return assertInstanceOf(Failure.class, Failure.of(e.getCause(), ""));
    }
  }
}
