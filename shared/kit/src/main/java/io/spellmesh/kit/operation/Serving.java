package io.spellmesh.kit.operation;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCodec;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.stream.StreamingOperation;
import io.spellmesh.kit.identity.Callers;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.PromiseInternal;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Answers operations on the bus. A handler sees a verified caller and a question that passed its record's
 * checks, on the context of whoever called {@code serve}; whatever it throws or fails with reaches the
 * asker as a {@link Failure}. Answers carry no headers.
 *
 * <p>The returned futures complete once questions reach the handler.
 */
public final class Serving {
  /** The header that names the socket a browser's question came through; the gateway writes it. */
  public static final String SOCKET = "socket";

  /** Three of them fit into the silence that ends an ask. */
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(5);
  private static final Pattern SOCKET_ID = Pattern.compile("[\\x21-\\x7e]{1,100}");

  private final Vertx vertx;
  private final Callers callers;
  private final String memberId;
  private final OpenAsks asks;
  private final Map<String, Beside> beside = new ConcurrentHashMap<>();

  /** An operation of this process. @param home where its questions are answered */
  private record Beside(ContextInternal home, Outcome outcome, Question ask) {}

  private interface Question {
    Future<?> ask(Optional<String> authorization, List<String> socket, Object body);
  }

  public Serving(Vertx vertx, Callers callers, String memberId) {
    this(vertx, callers, memberId, BETWEEN_BEATS);
  }

  Serving(Vertx vertx, Callers callers, String memberId, Duration betweenBeats) {
    this.vertx = vertx;
    this.callers = callers;
    this.memberId = memberId;
    this.asks = new OpenAsks(vertx, betweenBeats);
    FailureCodec.register(vertx);
  }

  /** Answers an operation for the whole mesh: for people, and for their runs. */
  public <Q, A> Future<Void> serve(Operation<Q, A> operation, BiFunction<Caller, Q, Future<A>> handler) {
    return serve(operation, callers::verifyPersonOrRun, handler);
  }

  /** Answers an operation of people's accounts, which no run of theirs may ask. */
  public <Q, A> Future<Void> serveSignedIn(Operation<Q, A> operation, BiFunction<Caller, Q, Future<A>> handler) {
    return serve(operation, callers::verify, handler);
  }

  private <Q, A> Future<Void> serve(Operation<Q, A> operation, Function<Optional<String>, Caller> who,
      BiFunction<Caller, Q, Future<A>> handler) {
    if (operation.open()) {
      throw new IllegalStateException(operation.address() + " is open and has no caller: use serveOpen");
    }
    return consume(operation, message -> {
      // Before the body is looked at: a stranger learns nothing about what a good one would be.
      Caller caller = who.apply(authorizationOf(message));
      return handler.apply(caller, questionOf(message, operation));
    });
  }

  /**
   * Answers a streaming operation for the whole mesh, for people and for their runs, and hears who wants an
   * answer to stop. An answer is stopped, too, when its asker's process is gone. Who asks without saying where
   * it hears parts gets the whole alone, as from any operation.
   */
  public <Q, A> Future<Void> serveStreaming(StreamingOperation<Q, A> operation, StreamHandler<Q, A> handler) {
    return Future.all(
        serve(operation.stop(), (caller, stop) -> {
          asks.stop(caller.user(), stop.ask());
          return Future.succeededFuture(Nothing.NOTHING);
        }),
        consume(operation.operation(), message -> {
          Caller caller = callers.verifyPersonOrRun(authorizationOf(message));
          Q question = questionOf(message, operation.operation());
          if (!OpenAsks.wantsParts(message)) {
            return handler.answer(caller, question, _ -> { }, Promise.<Void>promise().future());
          }
          OpenAsk ask = asks.open(caller.user(), message);
          return ask.answer(() -> handler.answer(caller, question, ask::send, ask.stopped()))
              .onComplete(_ -> asks.close(caller.user(), message));
        })).mapEmpty();
  }

  /** Answers an open operation, which nobody needs a token for. */
  public <Q, A> Future<Void> serveOpen(Operation<Q, A> operation, Function<Q, Future<A>> handler) {
    if (!operation.open()) {
      throw new IllegalStateException(operation.address() + " is not open: use serve");
    }
    return consume(operation, message -> handler.apply(questionOf(message, operation)));
  }

  /** Answers an operation for the whole mesh, and under this process's own address as well. */
  public <Q, A> Future<Void> serveHere(Operation<Q, A> operation, BiFunction<Caller, Q, Future<A>> handler) {
    // Both at once, not one after the other: a continuation could run on another context.
    return Future.all(serve(operation, handler), serve(operation.on(memberId), handler)).mapEmpty();
  }

  /**
   * Answers an operation of a browser tab, and only to askers on this process: what is asked concerns a
   * socket, and sockets belong to a process.
   */
  public <Q, A> Future<Void> serveLocally(Operation<Q, A> operation, SocketHandler<Q, A> handler) {
    MessageConsumer<Object> local = vertx.eventBus().localConsumer(operation.address());
    Question question = (authorization, sockets, body) -> {
      Caller caller = callers.verify(authorization);
      String socket = socketOf(sockets);
      return handler.answer(caller, socket, questionOf(body, operation));
    };
    beside.put(operation.address(), new Beside((ContextInternal) vertx.getOrCreateContext(),
        new Outcome(operation.address()), question));
    return consume(local, operation, message -> question.ask(authorizationOf(message),
        message.headers().getAll(SOCKET), message.body()));
  }

  /** Whether {@link #askBeside} can ask it. */
  public boolean isBeside(String address) {
    return beside.containsKey(address);
  }

  /**
   * Asks an operation of this process that is served by {@link #serveLocally}, as one does by the bus, and
   * without it: who sits on the same event loop is answered without a hand-over.
   *
   * @param authorization {@code Bearer <access token>}
   * @param socket        id of the socket the question came through
   * @param body          what came as the question, not looked at so far
   * @return the answer's record, or fails with a {@link Failure}; heard on the asker's context
   */
  public Future<Object> askBeside(String address, String authorization, String socket, Object body) {
    PromiseInternal<Object> answer = ((ContextInternal) vertx.getOrCreateContext()).promise();
    Beside asked = beside.get(address);
    long began = System.nanoTime();
    asked.home.emit(_ -> answered(() -> asked.ask.ask(Optional.of(authorization), List.of(socket), body))
        .onSuccess(_ -> asked.outcome.answered(began))
        .<Object>map(given -> given)
        .recover(error -> Future.failedFuture(asked.outcome.failed(error, began)))
        .onComplete(answer));
    return answer.future();
  }

  private <A> Future<Void> consume(Operation<?, A> operation, Function<Message<Object>, Future<A>> handler) {
    return consume(vertx.eventBus().consumer(operation.address()), operation, handler);
  }

  private static Future<Void> consume(MessageConsumer<Object> consumer, Operation<?, ?> operation,
      Function<Message<Object>, ? extends Future<?>> handler) {
    Outcome outcome = new Outcome(operation.address());
    return consumer.handler(message -> {
      long asked = System.nanoTime();
      answered(() -> handler.apply(message)).map(Wire::encoded)
          .onSuccess(answer -> {
            message.reply(answer);
            outcome.answered(asked);
          })
          .onFailure(error -> message.reply(outcome.failed(error, asked)));
    }).completion();
  }

  private static Future<?> answered(Supplier<? extends Future<?>> handler) {
    try {
      return Objects.requireNonNull(handler.get(), "the handler returned no future")
          .map(answer -> Objects.requireNonNull(answer, "the handler's answer is null"));
    } catch (RuntimeException | Error e) {
      // An asker must not wait out its patience because a handler has a bug.
      return Future.failedFuture(e);
    }
  }

  private static Optional<String> authorizationOf(Message<?> message) {
    List<String> given = message.headers().getAll(MeshClient.AUTHORIZATION);
    if (given.size() > 1) {
      throw Failure.unauthenticated("the header authorization is there more than once");
    }
    return given.stream().findFirst();
  }

  /** It says where, not who: a guest who names another's socket still acts as himself. */
  private static String socketOf(List<String> given) {
    if (given.size() != 1 || !SOCKET_ID.matcher(given.getFirst()).matches()) {
      throw Failure.badRequest("the header socket must be there once, with the id of the asker's socket");
    }
    return given.getFirst();
  }

  private static <Q> Q questionOf(Message<Object> message, Operation<Q, ?> operation) {
    return questionOf(message.body(), operation);
  }

  private static <Q> Q questionOf(Object body, Operation<Q, ?> operation) {
    if (body instanceof JsonObject question) {
      return Wire.read(question, operation.question());
    }
    throw Failure.badRequest("the body is not a JSON object");
  }
}
