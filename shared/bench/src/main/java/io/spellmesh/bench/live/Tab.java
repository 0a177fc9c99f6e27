package io.spellmesh.bench.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One socket on the bridge with one spell open. It finds its way in frames by the order in which our server
 * writes their fields, since reading each as JSON would cost more than the server's part.
 */
final class Tab {
  private static final String RUN = "\"run\":\"";
  private static final String SEQ = "\"seq\":";
  private static final String FINAL = "\"kind\":\"completed\"";
  private static final int UUID_LENGTH = 36;

  /** A run under way. */
  private static final class Under {
    private final long began;
    private int seen;

    Under(long began) {
      this.began = began;
    }
  }

  private final WebSocket socket;
  private final String spell;
  private final Supplier<Tally> tally;
  private final Map<String, Under> underWay = new HashMap<>();
  private final Promise<Void> opened = Promise.promise();
  private Consumer<String> listener = _ -> { };
  private Runnable whenEnded = () -> { };

  private Tab(WebSocket socket, String spell, Supplier<Tally> tally) {
    this.socket = socket;
    this.spell = spell;
    this.tally = tally;
    socket.binaryMessageHandler(frame -> on(frame.toString()));
    socket.textMessageHandler(this::on);
  }

  /** Complete when the spell is open and everything of it is heard. */
  static Future<Tab> open(WebSocketClient client, URI base, Person person, Supplier<Tally> tally) {
    return client.connect(new WebSocketConnectOptions().setHost(base.getHost()).setPort(base.getPort())
            .setURI("/eventbus/websocket").putHeader("Authorization", "Bearer " + person.token()))
        .compose(socket -> {
          Tab tab = new Tab(socket, person.spell(), tally);
          tab.write(new JsonObject().put("type", "register")
              .put("address", "spellmesh.user." + person.user() + ".spell." + person.spell()));
          tab.write(new JsonObject().put("type", "send").put("address", "spellmesh.tab.open")
              .put("replyAddress", "opened")
              .put("body", new JsonObject().put("tab", "t1").put("spell", person.spell())));
          return tab.opened.future().map(tab);
        });
  }

  /** Sees every frame of a run as it comes. */
  void listen(Consumer<String> frames) {
    listener = frames;
  }

  static boolean isAnswer(String frame) {
    return frame.contains("\"address\":\"r\"");
  }

  int underWay() {
    return underWay.size();
  }

  /** @param next called when a run has ended */
  void whenEnded(Runnable next) {
    whenEnded = next;
  }

  /** @param began by which its time is measured, which may lie before now */
  void run(long began) {
    String run = UUID.randomUUID().toString();
    underWay.put(run, new Under(began));
    socket.writeTextMessage("{\"type\":\"send\",\"address\":\"spellmesh.tab.run\",\"replyAddress\":\"r\","
        + "\"body\":{\"tab\":\"t1\",\"spell\":\"" + spell + "\",\"run\":\"" + run
        + "\",\"inputs\":{\"Input\":\"hello\"}}}");
  }

  void ping() {
    socket.writeTextMessage("{\"type\":\"ping\"}");
  }

  Future<Void> close() {
    return socket.close();
  }

  private void write(JsonObject frame) {
    socket.writeTextMessage(frame.encode());
  }

  private void on(String frame) {
    if (frame.startsWith("opened", frame.indexOf("\"address\":\"") + 11)) {
      if (frame.contains("\"failureCode\"")) {
        opened.fail(frame);
      } else {
        opened.complete();
      }
    } else if (frame.contains("\"failureCode\"") || frame.contains("\"type\":\"err\"")) {
      opened.tryFail(frame);
      JsonObject failure = new JsonObject(frame);
      tally.get().refused(failure.getValue("failureCode") + " "
          + failure.getString("message", failure.getString("body")));
    } else if (frame.contains("\"events\":[")) {
      events(frame);
      listener.accept(frame);
    } else {
      // The answer to a start, or a head that says how far a run has come.
      listener.accept(frame);
    }
  }

  private void events(String frame) {
    int at = frame.indexOf(RUN) + RUN.length();
    Under run = underWay.get(frame.substring(at, at + UUID_LENGTH));
    if (run == null) {
      tally.get().foreign();
      return;
    }
    int count = 0;
    for (int seq = frame.indexOf(SEQ, at); seq >= 0; seq = frame.indexOf(SEQ, seq + SEQ.length())) {
      int number = number(frame, seq + SEQ.length());
      if (number == run.seen + 1) {
        run.seen = number;
      } else if (number <= run.seen) {
        tally.get().doubled();
      } else {
        tally.get().lost();
        run.seen = number;
      }
      count++;
    }
    tally.get().events(count);
    if (frame.indexOf(FINAL, frame.lastIndexOf(SEQ)) >= 0) {
      underWay.remove(frame.substring(at, at + UUID_LENGTH));
      tally.get().completed(System.nanoTime() - run.began);
      whenEnded.run();
    }
  }

  private static int number(String text, int from) {
    int number = 0;
    for (int i = from; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
