package io.spellmesh.gateway.run;

import static io.spellmesh.gateway.run.FakeRun.RUN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.run.RunEvent;
import io.spellmesh.contract.run.Runner;
import io.spellmesh.gateway.Reply;
import io.spellmesh.gateway.RunningGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RunEventsIT {
  private static final String PATH = "/api/runs/" + RUN + "/events";
  private final FakeRun run = new FakeRun();
  private RunningGateway gateway;

  @BeforeEach
  void start(@TempDir Path keys) {
    gateway = new RunningGateway(keys, Map.of("http.beat", "300ms", "http.max-event-streams", "2"));
    run.serve(gateway);
    run.happened(FakeRun.started());
    run.happened(FakeRun.log(2, "two"));
    run.happened(FakeRun.log(3, "three\nlines"));
  }

  private HttpResponse<InputStream> open(String path, Map<String, String> headers) throws Exception {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + gateway.token(RunningGateway.ALICE));
    all.put("Accept", "text/event-stream");
    return gateway.client().send(gateway.request("GET", path, "", all),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  private static BufferedReader lines(HttpResponse<InputStream> response) {
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  /** The next line that is no comment and not empty. */
  private static String next(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && (line.isEmpty() || line.startsWith(":"))) {
      line = lines.readLine();
    }
    return line == null ? "" : line;
  }

  private static void assertEvent(long seq, String kind, BufferedReader lines) throws IOException {
    assertEquals("id: " + seq, next(lines));
    assertEquals("event: " + kind, next(lines));
    String data = next(lines);
    assertTrue(data.startsWith("data: {\"seq\":" + seq + ","), data);
    assertTrue(data.contains("\"kind\":\"" + kind + "\""), data);
  }

  @Test
  void tellsAPartOfTheEventsAndWhereToGoOn() throws Exception {
    Reply first = gateway.ask("GET", PATH);
    Reply second = gateway.ask("GET", PATH + "?after=2");

    assertEquals(2, first.json().get("items").size());
    assertEquals("started", first.json().at("/items/0/kind").textValue());
    assertEquals("2", first.json().get("next").textValue());
    assertEquals("three\nlines", second.json().at("/items/0/text").textValue());
    assertTrue(second.json().path("next").isMissingNode());
    assertEquals(400, gateway.ask("GET", PATH + "?after=-1").status());
    assertEquals(400, gateway.ask("GET", PATH + "?after=9223372036854775808").status());
  }

  @Test
  void streamsWhatWasAndWhatComesUntilTheEnd() throws Exception {
    HttpResponse<InputStream> response = open(PATH, Map.of());
    assertEquals(200, response.statusCode());
    assertEquals(Optional.of("text/event-stream"), response.headers().firstValue("Content-Type"));
    try (BufferedReader lines = lines(response)) {
      assertEvent(1, "started", lines);
      assertEvent(2, "node.log", lines);
      assertEvent(3, "node.log", lines);

      RunEvent fourth = FakeRun.log(4, "four");
      run.happened(fourth);
      run.tell(gateway, fourth);
      assertEvent(4, "node.log", lines);

      // Nobody tells: the stream looks by itself.
      run.happened(FakeRun.completed(5));
      assertEvent(5, "completed", lines);
      assertEquals("", next(lines));
    }
  }

  @Test
  void goesOnAfterTheLastEventThatTheReaderHas() throws Exception {
    run.happened(FakeRun.completed(4));
    try (BufferedReader lines = lines(open(PATH + "?after=0", Map.of("Last-Event-ID", "2")))) {
      assertEvent(3, "node.log", lines);
      assertEvent(4, "completed", lines);
      assertEquals("", next(lines));
    }
    try (BufferedReader lines = lines(open(PATH + "?after=3", Map.of()))) {
      assertEvent(4, "completed", lines);
    }
  }

  @Test
  void tellsAReaderThatHasEverythingNotToComeBack() throws Exception {
    run.happened(FakeRun.completed(4));

    assertEquals(204, open(PATH, Map.of("Last-Event-ID", "4")).statusCode());
    assertEquals(400, open(PATH, Map.of("Last-Event-ID", "x")).statusCode());
  }

  @Test
  void beginsAgainWhereTheReaderHasWhatNeverWas() throws Exception {
    run.happened(FakeRun.completed(4));
    try (BufferedReader lines = lines(open(PATH, Map.of("Last-Event-ID", "77")))) {
      assertEquals("id: 0", next(lines));
      assertEquals("event: reset", next(lines));
      assertEquals("data: {}", next(lines));
      assertEvent(1, "started", lines);
    }
  }

  @Test
  void answersARunThatIsNotThereAsAProblem() throws Exception {
    gateway.services().fail(Runner.GET, Failure.notFound("no row"));

    HttpResponse<InputStream> response = open(PATH, Map.of());

    assertEquals(404, response.statusCode());
    assertEquals(Optional.of("application/problem+json"), response.headers().firstValue("Content-Type"));
  }

  @Test
  void staysOpenWhileTheRunnerIsAway() throws Exception {
    try (BufferedReader lines = lines(open(PATH + "?after=2", Map.of()))) {
      assertEvent(3, "node.log", lines);
      gateway.services().fail(Runner.SINCE, Failure.unavailable("away", Duration.ofSeconds(1)));
      assertEquals("", lines.readLine());
      assertEquals(": beat", lines.readLine());
      run.happened(FakeRun.completed(4));
      run.serve(gateway);

      assertEvent(4, "completed", lines);
    }
  }

  @Test
  void boundsTheStreamsOfAUserAndLetsThemGo() throws Exception {
    try (InputStream one = open(PATH, Map.of()).body(); InputStream two = open(PATH, Map.of()).body()) {
      assertTrue(one.read() >= 0 && two.read() >= 0);
      assertEquals(429, open(PATH, Map.of()).statusCode());
    }
    run.happened(FakeRun.completed(4));
    RunEvent last = FakeRun.completed(4);
    run.tell(gateway, last);
    // Both have ended once a third is let in; the server may notice a moment later.
    int status = 429;
    for (int tries = 0; status == 429 && tries < 1000; tries++) {
      status = open(PATH, Map.of()).statusCode();
    }
    assertEquals(200, status);
  }

  @Test
  void endsStreamsWhenTheProcessStops() throws Exception {
    try (BufferedReader lines = lines(open(PATH + "?after=2", Map.of()))) {
      assertEvent(3, "node.log", lines);

      RunningGateway.await(gateway.undeploy());

      assertEquals("", next(lines));
    }
  }

  @AfterEach
  void stop() {
    gateway.close();
  }
}
