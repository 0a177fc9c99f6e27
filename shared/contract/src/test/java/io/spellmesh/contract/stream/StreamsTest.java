package io.spellmesh.contract.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.MeshClient;
import io.spellmesh.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an asker makes of whatever a service sends it. */
class StreamsTest {
  record Question(String text) {}

  record Answer(String text) {}

  private static final StreamingOperation<Question, Answer> SPEAK =
      StreamingOperation.at("spellmesh.test.speak", Question.class, Answer.class);
  private static final String MINE = "spellmesh.node.p1.stream";

  private final Vertx vertx = Vertx.vertx();
  private final List<String> pieces = new CopyOnWriteArrayList<>();
  private Streams streams;

  @BeforeEach
  void begin() throws Exception {
    streams = get(new Streams(vertx, new MeshClient(vertx), "p1").listen());
  }

  @AfterEach
  void end() throws Exception {
    get(vertx.close());
  }

  @Test
  void saysWhichAskItIsAndWhereItHears() throws Exception {
    answering(message -> {
      UUID.fromString(message.headers().get("ask"));
      assertEquals(MINE, message.headers().get("stream"));
      assertEquals("Bearer secret", message.headers().get("authorization"));
      assertEquals("{\"text\":\"hello\"}", message.body().encode());
      message.reply(new JsonObject().put("text", "whole"));
    });

    assertEquals(new Answer("whole"), get(ask()));
  }

  @Test
  void handsOnABeginningOfTheWholeWhateverIsLostOrDoubled() throws Exception {
    answering(message -> {
      for (long n : new long[] {1, 2, 2, 1, 4, 5, 3}) {
        part(message, n, "p" + n);
      }
      message.reply(new JsonObject().put("text", "whole"));
    });

    assertEquals(new Answer("whole"), get(ask()));
    assertEquals(List.of("p1", "p2", "p3"), pieces);
  }

  @Test
  void tellsABeatWhetherSomebodyListens() throws Exception {
    answering(message -> {
      UUID ask = UUID.fromString(message.headers().get("ask"));
      beat(ask).compose(heard -> beat(UUID.randomUUID())).onComplete(unknown -> message.reply(
          new JsonObject().put("text", Failure.of(unknown.cause(), "").code().name())));
    });

    assertEquals(new Answer("NOT_FOUND"), get(ask()));
  }

  @Test
  void refusesWhatIsNoMessageAndLivesOn() throws Exception {
    Future<Message<Object>> refused = vertx.eventBus().request(MINE, "nonsense");
    assertEquals(FailureCode.BAD_REQUEST, failureOf(refused).code());
    answering(message -> message.reply(new JsonObject().put("text", "whole")));

    assertEquals(new Answer("whole"), get(ask()));
  }

  @Test
  void saysThatNobodyServes() throws Exception {
    assertEquals(FailureCode.UNAVAILABLE, failureOf(ask()).code());
  }

  @Test
  void refusesAMessageThatCannotBe() {
    UUID ask = UUID.randomUUID();

    assertThrows(IllegalArgumentException.class, () -> StreamMessage.part(ask, 0, "x"));
    assertThrows(IllegalArgumentException.class, () -> StreamMessage.beat(ask, -1));
    assertEquals("spellmesh.test.stop", SPEAK.stop().address());
  }

  private Future<Answer> ask() {
    return streams.ask(SPEAK, new Question("hello"), () -> "secret", pieces::add).answer();
  }

  private void part(Message<JsonObject> asked, long n, String text) {
    UUID ask = UUID.fromString(asked.headers().get("ask"));
    vertx.eventBus().send(MINE, Wire.body(StreamMessage.part(ask, n, text)));
  }

  private Future<Message<Object>> beat(UUID ask) {
    return vertx.eventBus().request(MINE, Wire.body(StreamMessage.beat(ask, 0)));
  }

  private void answering(Consumer<Message<JsonObject>> service) throws Exception {
    get(vertx.eventBus().<JsonObject>consumer(SPEAK.operation().address(), service::accept).completion());
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
