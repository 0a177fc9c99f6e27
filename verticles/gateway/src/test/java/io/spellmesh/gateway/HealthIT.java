package io.spellmesh.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthIT {
  @TempDir
  private Path keys;

  @Test
  void livesBeforeItIsReady() throws Exception {
    try (RunningGateway gateway = new RunningGateway(keys, Map.of())) {
      assertEquals(200, gateway.stranger("GET", "/healthz", "", Map.of()).status());
      assertEquals(503, gateway.stranger("GET", "/readyz", "", Map.of()).status());

      gateway.readiness().open();
      assertEquals("{\"status\":\"ready\"}", gateway.stranger("GET", "/readyz", "", Map.of()).body());

      gateway.readiness().close("this process is stopping");
      assertEquals("this process is stopping",
          gateway.stranger("GET", "/readyz", "", Map.of()).json().get("detail").textValue());
    }
  }

  @Test
  void saysWhichPartDoesNotAnswerAndNotWhy() throws Exception {
    try (RunningGateway gateway = new RunningGateway(keys, Map.of(),
        Map.of("the database does not answer", Future.failedFuture("FATAL: role app at 10.0.0.7:5432")))) {
      gateway.readiness().open();

      Reply reply = gateway.stranger("GET", "/readyz", "", Map.of());

      assertEquals(503, reply.status());
      assertEquals("the database does not answer", reply.json().get("detail").textValue());
    }
  }

  @Test
  void reachesItselfThroughTheBus() {
    try (RunningGateway gateway = new RunningGateway(keys, Map.of())) {
      Future<?> answered = gateway.vertx().eventBus().request("spellmesh.node.p1.gateway.ping", "ping");

      RunningGateway.await(answered);
    }
  }
}
