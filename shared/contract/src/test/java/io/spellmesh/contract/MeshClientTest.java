package io.spellmesh.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeshClientTest {
  record Question(String text) {}

  record Answer(int length) {}

  private static final Operation<Question, Answer> MEASURE =
      Operation.at("spellmesh.test.measure", Question.class, Answer.class);

  private final Vertx vertx = Vertx.vertx();
  private final MeshClient client = new MeshClient(vertx);

  @AfterEach
  void end() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void asksWithTheTokenInTheHeaderAndNowhereElse() throws Exception {
    answering(message -> {
      assertEquals("Bearer secret", message.headers().get("authorization"));
      assertEquals(1, message.headers().size());
      assertEquals("{\"text\":\"four\"}", message.body().encode());
      message.reply(new JsonObject().put("length", 4));
    });

    assertEquals(new Answer(4), get(client.ask(MEASURE, new Question("four"), "secret")));
  }

  @Test
  void failsAsTheServiceSays() throws Exception {
    answering(message -> message.reply(Failure.conflict("version 3 is newer")));

    Failure failure = failureOf(client.ask(MEASURE, new Question("x")));
    assertEquals(FailureCode.CONFLICT, failure.code());
    assertEquals("version 3 is newer", failure.getMessage());
  }

  @Test
  void saysThatNobodyServes() throws Exception {
    assertEquals(FailureCode.UNAVAILABLE, failureOf(client.ask(MEASURE, new Question("x"))).code());
  }

  @Test
  void waitsNoLongerThanTheOperationsPatience() throws Exception {
    answering(message -> {});

    Operation<Question, Answer> hasty = MEASURE.withPatience(Duration.ofMillis(20));
    assertEquals(FailureCode.TIMED_OUT, failureOf(client.ask(hasty, new Question("x"))).code());
  }

  @Test
  void takesAnUnreadableAnswerForTheServicesMistake() throws Exception {
    answering(message -> message.reply(new JsonObject().put("length", "four")));

    assertEquals(FailureCode.INTERNAL, failureOf(client.ask(MEASURE, new Question("x"))).code());
  }

  private void answering(Consumer<Message<JsonObject>> service) throws Exception {
    get(vertx.eventBus().<JsonObject>consumer(MEASURE.address(), service::accept).completion());
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
