package io.spellmesh.gateway.run;

import static io.spellmesh.gateway.run.FakeRun.RUN;
import static io.spellmesh.gateway.run.FakeRun.SPELL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Wire;
import io.spellmesh.contract.run.RunStatus;
import io.spellmesh.contract.run.RunView;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.gateway.Reply;
import io.spellmesh.gateway.RunningGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStartIT {
  private static final String PATH = "/api/spells/" + SPELL + "/runs";
  private RunningGateway gateway;

  @BeforeEach
  void start(@TempDir Path keys) {
    gateway = new RunningGateway(keys, Map.of("http.beat", "100ms"));
    gateway.services().answer(Runner.START, start ->
        Future.succeededFuture(new Runner.Started(RUN, start.idempotencyKey().isPresent())));
    gateway.services().give(Runner.AWAIT, FakeRun.view(RunStatus.COMPLETED));
    gateway.services().give(Runner.GET, FakeRun.view(RunStatus.RUNNING));
  }

  private Reply run(String... headers) throws Exception {
    return gateway.ask("POST", PATH, "{\"inputs\":{\"Input\":\"a\"}}",
        headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]));
  }

  @Test
  void answersWhenTheRunHasEnded() throws Exception {
    Reply reply = run();

    assertEquals(200, reply.status());
    assertEquals("{\"run\":{\"id\":\"" + RUN + "\",\"spell\":\"" + SPELL + "\",\"version\":3,"
        + "\"status\":\"completed\",\"outputs\":{\"Output\":\"x\"},\"ms\":57}}", reply.body());
    assertTrue(reply.header("Idempotent-Replay").isEmpty());
  }

  @Test
  void answersAtOnceWhenTheRunWaitsForAPerson() throws Exception {
    gateway.services().give(Runner.AWAIT, FakeRun.view(RunStatus.WAITING));

    Reply reply = run();

    assertEquals(200, reply.status());
    assertEquals("waiting", reply.json().get("run").get("status").textValue());
    assertEquals(1, gateway.services().asked(Runner.AWAIT));
  }

  @Test
  void startsOnItsOwnProcess() throws Exception {
    List<String> addresses = new CopyOnWriteArrayList<>();
    gateway.vertx().eventBus().<Object>addOutboundInterceptor(delivery -> {
      addresses.add(delivery.message().address());
      delivery.next();
    });

    run();

    assertTrue(addresses.contains("spellmesh.node.p1.runner.start"), addresses.toString());
    assertTrue(addresses.contains("spellmesh.runner.await"), addresses.toString());
  }

  @Test
  void answers200WhenTheRunHasFailed() throws Exception {
    gateway.services().give(Runner.AWAIT, FakeRun.view(RunStatus.FAILED));

    Reply reply = run();

    assertEquals(200, reply.status());
    assertEquals("failed", reply.json().at("/run/status").textValue());
    assertEquals("12", reply.json().at("/run/error/node").textValue());
    assertEquals("prompt", reply.json().at("/run/error/input").textValue());
  }

  @Test
  void saysThatAStartWasReplayed() throws Exception {
    assertEquals(Optional.of("true"), run("Idempotency-Key", "12345678").header("Idempotent-Replay"));
    assertEquals(400, run("Idempotency-Key", "short").status());
    assertEquals(400, run("Idempotency-Key", "with spaces in it").status());
  }

  @Test
  void answersAtOnceIfAsked() throws Exception {
    Reply reply = run("Prefer", "respond-async");

    assertEquals(202, reply.status());
    assertEquals(Optional.of("/api/runs/" + RUN), reply.header("Location"));
    assertEquals("running", reply.json().at("/run/status").textValue());
    assertEquals(Optional.of("respond-async"), reply.header("Preference-Applied"));
    assertEquals(0, gateway.services().asked(Runner.AWAIT));
  }

  @Test
  void saysThatTheRunGoesOnWhenTheWaitIsOver() throws Exception {
    gateway.services().answer(Runner.AWAIT, _ -> Promise.<RunView>promise().future());

    Reply reply = run("Prefer", "wait=1");

    assertEquals(200, reply.status());
    assertEquals("running", reply.json().at("/run/status").textValue());
    assertEquals(3, reply.json().at("/run/version").intValue());
    assertEquals("running", run("Prefer", "wait=0").json().at("/run/status").textValue());
  }

  @Test
  void sendsWhiteSpaceUntilTheRunHasEnded() throws Exception {
    Promise<RunView> end = Promise.promise();
    gateway.services().answer(Runner.AWAIT, _ -> end.future());

    HttpResponse<InputStream> response = gateway.client().send(
        gateway.request("POST", PATH, "{}",
            Map.of("Authorization", "Bearer " + gateway.token(RunningGateway.ALICE))),
        HttpResponse.BodyHandlers.ofInputStream());
    assertEquals(200, response.statusCode());
    assertEquals("  ", new String(response.body().readNBytes(2), StandardCharsets.UTF_8));
    end.complete(FakeRun.view(RunStatus.COMPLETED));

    String rest = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("completed", Wire.read(rest, JsonNode.class)
        .at("/run/status").textValue());
  }

  @Test
  void asksAgainWhenNobodyAnsweredATurn() throws Exception {
    AtomicInteger turns = new AtomicInteger();
    gateway.services().answer(Runner.AWAIT, _ -> switch (turns.incrementAndGet()) {
      case 1 -> Future.failedFuture(Failure.unavailable("the owner died", Duration.ofSeconds(2)));
      case 2 -> Future.failedFuture(new Failure(FailureCode.TIMED_OUT, "no answer in time"));
      case 3 -> Future.succeededFuture(FakeRun.view(RunStatus.RUNNING));
      default -> Future.succeededFuture(FakeRun.view(RunStatus.COMPLETED));
    });

    Reply reply = run();

    assertEquals("completed", reply.json().at("/run/status").textValue());
    assertEquals(4, turns.get());
  }

  @Test
  void keepsTheStatusOfAnEarlyFailure() throws Exception {
    gateway.services().fail(Runner.AWAIT, new Failure(FailureCode.INTERNAL, "internal error ab12"));

    assertEquals(500, run().status());
  }

  @Test
  void doesNotLoseTheAnswerOnceItIs200() throws Exception {
    Promise<RunView> end = Promise.promise();
    gateway.services().answer(Runner.AWAIT, _ -> end.future());
    HttpResponse<InputStream> response = gateway.client().send(
        gateway.request("POST", PATH, "{}",
            Map.of("Authorization", "Bearer " + gateway.token(RunningGateway.ALICE))),
        HttpResponse.BodyHandlers.ofInputStream());
    assertEquals(' ', response.body().read());

    end.fail(new Failure(FailureCode.INTERNAL, "internal error ab12"));

    String rest = new String(response.body().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals("{\"run\":{\"id\":\"" + RUN + "\",\"spell\":\"" + SPELL + "\",\"status\":\"running\"}}",
        rest);
  }

  @Test
  void answersWhoWaitsBeforeTheProcessStops() throws Exception {
    Promise<Void> waiting = Promise.promise();
    gateway.services().answer(Runner.AWAIT, _ -> {
      waiting.tryComplete();
      return Promise.<RunView>promise().future();
    });
    var reply = gateway.client().sendAsync(gateway.request("POST", PATH, "{}",
        Map.of("Authorization", "Bearer " + gateway.token(RunningGateway.ALICE))),
        HttpResponse.BodyHandlers.ofString());
    RunningGateway.await(waiting.future());

    RunningGateway.await(gateway.undeploy());

    assertTrue(reply.get().body().contains("\"running\""), reply.get().body());
    assertFalse(gateway.readiness().check().succeeded());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }
}
