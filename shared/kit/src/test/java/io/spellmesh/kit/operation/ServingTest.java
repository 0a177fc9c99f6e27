package io.spellmesh.kit.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Mistake;
import io.spellmesh.contract.Operation;
import io.spellmesh.kit.identity.Callers;
import io.spellmesh.kit.identity.SigningKey;
import io.spellmesh.kit.identity.TokenIssuer;
import io.spellmesh.kit.identity.TokenVerifier;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ServingTest {
  record Question(String text, Optional<UUID> user) {
    Question {
      if (text.length() > 10) {
        throw new IllegalArgumentException("text has " + text.length() + " characters, must have at most 10");
      }
    }
  }

  record Answer(UUID user, String text) {}

  private static final Operation<Question, Answer> ECHO =
      Operation.at("spellmesh.test.echo", Question.class, Answer.class);

  @TempDir
  Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final UUID alice = UUID.randomUUID();
  private final AtomicInteger asked = new AtomicInteger();
  private Serving serving;
  private MeshClient mesh;
  private String token;

  @BeforeEach
  void begin() {
    SigningKey key = SigningKey.load(Optional.empty(), folder);
    Clock clock = Clock.systemUTC();
    serving = new Serving(vertx, new Callers(new TokenVerifier(vertx, key, clock), clock), "p1");
    mesh = new MeshClient(vertx);
    token = new TokenIssuer(vertx, key, clock)
        .issue(alice, Set.of("user"), UUID.randomUUID(), Duration.ofMinutes(5));
  }

  @AfterEach
  void end() throws Exception {
    get(vertx.close());
  }

  @Test
  void handsOnTheCallerOfTheTokenWhateverTheBodySays() throws Exception {
    echoing();
    UUID bob = UUID.randomUUID();

    Answer answer = get(mesh.ask(ECHO, new Question("hello", Optional.of(bob)), token));

    assertEquals(new Answer(alice, "hello"), answer);
  }

  @Test
  void readsNoIdentityFromAnyOtherHeader() throws Exception {
    echoing();
    JsonObject body = new JsonObject().put("text", "hello").put("authorization", "Bearer " + token);
    for (String header : List.of("user", "x-user", "userId", "sub", "token", "proxy-authorization")) {
      DeliveryOptions options = new DeliveryOptions().addHeader(header, "Bearer " + token);
      assertEquals(FailureCode.UNAUTHENTICATED, failureOf(request(body, options)).code(), header);
    }
    DeliveryOptions twice = new DeliveryOptions().addHeader("authorization", "Bearer " + token)
        .addHeader("authorization", "Bearer " + token);
    assertEquals(FailureCode.UNAUTHENTICATED, failureOf(request(body, twice)).code());
    assertEquals(0, asked.get());
  }

  @Test
  void looksAtTheTokenBeforeTheBody() throws Exception {
    echoing();

    Failure stranger = failureOf(request(new JsonObject(), new DeliveryOptions()));
    Failure known = failureOf(request(new JsonObject(), asAlice()));

    assertEquals(FailureCode.UNAUTHENTICATED, stranger.code());
    assertEquals(FailureCode.BAD_REQUEST, known.code());
  }

  @Test
  void refusesBodiesThatAreNoQuestion() throws Exception {
    echoing();

    assertEquals("text has 11 characters, must have at most 10",
        failureOf(request(new JsonObject().put("text", "12345678901"), asAlice())).getMessage());
    assertEquals("'text' is missing, must be a string",
        failureOf(request(new JsonObject(), asAlice())).getMessage());
    for (Object body : List.of("text", 7, new JsonArray(), Buffer.buffer("{}"), true)) {
      Failure failure = failureOf(request(body, asAlice()));
      assertEquals(FailureCode.BAD_REQUEST, failure.code());
      assertEquals("the body is not a JSON object", failure.getMessage());
    }
    Future<?> nothing = vertx.eventBus().request(ECHO.address(), null, asAlice());
    assertEquals(FailureCode.BAD_REQUEST, failureOf(nothing).code());
    assertEquals(0, asked.get());
  }

  @Test
  void answersAnOpenOperationWithoutAToken() throws Exception {
    Operation<Question, Answer> open = ECHO.asOpen();
    get(serving.serveOpen(open, question -> Future.succeededFuture(new Answer(alice, question.text()))));

    assertEquals(new Answer(alice, "hi"), get(mesh.ask(open, new Question("hi", Optional.empty()))));
  }

  @Test
  void keepsOpenAndClosedApart() {
    assertThrows(IllegalStateException.class,
        () -> serving.serveOpen(ECHO, _ -> Future.failedFuture("never")));
    assertThrows(IllegalStateException.class,
        () -> serving.serve(ECHO.asOpen(), (_, _) -> Future.failedFuture("never")));
  }

  @Test
  void answersUnderTheProcessesOwnAddressToo() throws Exception {
    get(serving.serveHere(ECHO, this::echo));
    Question question = new Question("hello", Optional.empty());

    assertEquals(new Answer(alice, "hello"), get(mesh.ask(ECHO, question, token)));
    assertEquals(new Answer(alice, "hello"), get(mesh.ask(ECHO.on("p1"), question, token)));
    assertEquals(FailureCode.UNAVAILABLE, failureOf(mesh.ask(ECHO.on("p2"), question, token)).code());
    assertEquals(FailureCode.UNAUTHENTICATED, failureOf(mesh.ask(ECHO.on("p1"), question, "forged")).code());
  }

  @Test
  void passesFailuresOnWithEveryPart() throws Exception {
    Failure told = new Failure(FailureCode.TOO_MANY, "too many", Optional.of(Duration.ofSeconds(3)),
        List.of(Mistake.at("1", "is wrong")));
    List<BiFunction<Caller, Question, Future<Answer>>> failing = List.of(
        (_, _) -> Future.failedFuture(told),
        (_, _) -> {
          throw told;
        });
    for (BiFunction<Caller, Question, Future<Answer>> handler : failing) {
      Failure failure = failureOf(asking(handler));

      assertEquals(FailureCode.TOO_MANY, failure.code());
      assertEquals("too many", failure.getMessage());
      assertEquals(told.retryAfter(), failure.retryAfter());
      assertEquals(told.mistakes(), failure.mistakes());
    }
  }

  @Test
  void tellsNothingOfOurOwnMistakes() throws Exception {
    List<BiFunction<Caller, Question, Future<Answer>>> broken = List.of(
        (_, _) -> Future.failedFuture(new SQLException("password=hunter2")),
        (_, _) -> {
          throw new IllegalStateException("password=hunter2");
        },
        (_, _) -> {
          throw new StackOverflowError("password=hunter2");
        },
        (_, _) -> Future.failedFuture(new PgException("hunter2", "ERROR", "23505", "hunter2")),
        (_, _) -> Future.succeededFuture(),
        (_, _) -> Optional.<Future<Answer>>empty().orElse(null));

    for (BiFunction<Caller, Question, Future<Answer>> handler : broken) {
      Failure failure = failureOf(asking(handler));

      assertEquals(FailureCode.INTERNAL, failure.code());
      assertTrue(failure.getMessage().matches("internal error [0-9a-f]{8,10}"), failure.getMessage());
    }
  }

  @Test
  void logsOurOwnMistakeUnderTheIdItTells() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(Serving.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      IllegalStateException bug = new IllegalStateException("a bug");

      String told = failureOf(asking((_, _) -> Future.failedFuture(bug))).getMessage();

      ILoggingEvent line = log.list.getFirst();
      assertEquals(Level.ERROR, line.getLevel());
      String values = line.getFormattedMessage() + line.getKeyValuePairs();
      assertTrue(values.contains("id=\"" + told.substring("internal error ".length()) + "\""), values);
      assertSame(bug, ((ThrowableProxy) line.getThrowableProxy()).getThrowable());
      assertFalse(values.contains("hello"), values);
    } finally {
      logger.detachAppender(log);
    }
  }

  @Test
  void tellsToComeBackWhenTheDatabaseIsAway() throws Exception {
    Failure failure = failureOf(asking((_, _) ->
        Future.failedFuture(new PgException("shutting down", "FATAL", "57P01", "hunter2"))));

    assertEquals(FailureCode.UNAVAILABLE, failure.code());
    assertTrue(failure.retryAfter().isPresent());
    assertFalse(failure.getMessage().contains("hunter2"));
  }

  @Test
  void sendsNoHeadersBack() throws Exception {
    echoing();

    Message<Object> answer = get(request(new JsonObject().put("text", "hello"), asAlice()));

    assertEquals(0, answer.headers().size());
    assertEquals(Map.of("user", alice.toString(), "text", "hello"), ((JsonObject) answer.body()).getMap());
  }

  @Test
  void runsHandlersOnTheContextOfWhoServes() throws Exception {
    Context context = vertx.getOrCreateContext();
    Promise<Void> served = Promise.promise();
    Promise<Context> ran = Promise.promise();
    context.runOnContext(_ -> serving.serve(ECHO, (caller, question) -> {
      ran.complete(((ContextInternal) Vertx.currentContext()).unwrap());
      return echo(caller, question);
    }).onComplete(served));
    get(served.future());

    get(mesh.ask(ECHO, new Question("hello", Optional.empty()), token));

    assertSame(((ContextInternal) context).unwrap(), get(ran.future()));
  }

  @Test
  void handsOnTheSocketOfAQuestionThatNamesOne() throws Exception {
    Promise<String> named = Promise.promise();
    get(serving.serveLocally(ECHO, (caller, socket, question) -> {
      named.complete(socket);
      return echo(caller, question);
    }));
    JsonObject body = new JsonObject().put("text", "hello");

    assertEquals(FailureCode.BAD_REQUEST, failureOf(request(body, asAlice())).code());
    assertEquals(FailureCode.BAD_REQUEST,
        failureOf(request(body, asAlice().addHeader("socket", "s1").addHeader("socket", "s2"))).code());
    assertEquals(FailureCode.UNAUTHENTICATED,
        failureOf(request(body, new DeliveryOptions().addHeader("socket", "s1"))).code());
    assertEquals(0, asked.get());
    get(request(body, asAlice().addHeader("socket", "s1")));

    assertEquals("s1", get(named.future()));
  }

  @Test
  void answersWhoIsBesideItWithTheSameChecksAndWithoutTheBus() throws Exception {
    get(serving.serveLocally(ECHO, (caller, _, question) -> echo(caller, question)));
    vertx.eventBus().addOutboundInterceptor(_ -> {
      throw new AssertionError("something went by the bus");
    });
    JsonObject body = new JsonObject().put("text", "hello");
    String address = ECHO.address();
    String good = "Bearer " + token;

    assertEquals(new Answer(alice, "hello"), get(serving.askBeside(address, good, "s1", body)));
    assertEquals(FailureCode.UNAUTHENTICATED,
        failureOf(serving.askBeside(address, "Bearer x", "s1", body)).code());
    assertEquals(FailureCode.BAD_REQUEST, failureOf(serving.askBeside(address, good, "", body)).code());
    assertEquals(FailureCode.BAD_REQUEST, failureOf(serving.askBeside(address, good, "s1", "hello")).code());
    assertEquals(FailureCode.BAD_REQUEST,
        failureOf(serving.askBeside(address, good, "s1", new JsonObject().put("text", "far too long"))).code());
    assertEquals(1, asked.get());
    assertFalse(serving.isBeside("spellmesh.test.other"));
  }

  @Test
  void answersWhoIsBesideItOnEachOnesOwnContext() throws Exception {
    Context home = ((VertxInternal) vertx).createEventLoopContext();
    Promise<Void> served = Promise.promise();
    Promise<Context> ran = Promise.promise();
    home.runOnContext(_ -> serving.serveLocally(ECHO, (caller, socket, question) -> {
      ran.complete(((ContextInternal) Vertx.currentContext()).unwrap());
      return echo(caller, question);
    }).onComplete(served));
    get(served.future());
    Context asker = ((VertxInternal) vertx).createEventLoopContext();
    Promise<Context> heard = Promise.promise();

    asker.runOnContext(_ -> serving
        .askBeside(ECHO.address(), "Bearer " + token, "s1", new JsonObject().put("text", "hello"))
        .onComplete(_ -> heard.complete(((ContextInternal) Vertx.currentContext()).unwrap())));

    assertSame(asker, get(heard.future()));
    assertSame(home, get(ran.future()));
  }

  private void echoing() throws Exception {
    get(serving.serve(ECHO, this::echo));
  }

  private Future<Answer> echo(Caller caller, Question question) {
    asked.incrementAndGet();
    return Future.succeededFuture(new Answer(caller.user(), question.text()));
  }

  /** Asks an operation of its own, answered by this handler. */
  private Future<Answer> asking(BiFunction<Caller, Question, Future<Answer>> handler) throws Exception {
    Operation<Question, Answer> operation =
        Operation.at("spellmesh.test.t" + UUID.randomUUID(), Question.class, Answer.class);
    get(serving.serve(operation, handler));
    return mesh.ask(operation, new Question("hello", Optional.empty()), token);
  }

  private Future<Message<Object>> request(Object body, DeliveryOptions options) {
    return vertx.eventBus().request(ECHO.address(), body, options);
  }

  private DeliveryOptions asAlice() {
    return new DeliveryOptions().addHeader("authorization", "Bearer " + token);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static Failure failureOf(Future<?> future) throws Exception {
    try {
      throw new AssertionError("should have failed, but answered " + get(future));
    } catch (ExecutionException e) {
      return assertInstanceOf(Failure.class, e.getCause());
    }
  }
}
