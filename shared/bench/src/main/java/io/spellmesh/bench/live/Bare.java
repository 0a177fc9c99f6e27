package io.spellmesh.bench.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The yardstick: a server that answers every start with the frames of a run that was recorded, and does
 * nothing else; in one turn of its event loop, or each event as a message and in a turn of its own.
 */
public final class Bare {
  private static final String PLACE = "00000000-0000-0000-0000-000000000000";
  private static final String RUN = "\"run\":\"";

  private final List<String> frames;
  private final boolean split;

  private Bare(List<String> frames, boolean split) {
    this.frames = frames;
    this.split = split;
  }

  /** @param arguments a file with a frame a line, and {@code one} or {@code each} */
  public static void main(String[] arguments) throws Exception {
    Bare bare = new Bare(Files.readAllLines(Path.of(arguments[0])), arguments[1].equals("each"));
    Vertx vertx = Vertx.vertx();
    int port = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
        .webSocketHandler(socket -> bare.serve(socket, vertx.getOrCreateContext()))
        .listen().await().actualPort();
    System.out.println("The yardstick is ready at http://127.0.0.1:" + port);
  }

  /** The frames of one run for such a server. @param recorded as they came */
  static List<String> template(List<String> recorded, boolean split) {
    List<String> frames = new ArrayList<>();
    for (String frame : recorded) {
      JsonObject body = new JsonObject(frame).getJsonObject("body");
      String placed = frame.replace(body.getString("run"), PLACE);
      if (split && body.containsKey("events")) {
        JsonArray events = body.getJsonArray("events");
        for (Object event : events) {
          JsonObject alone = new JsonObject(placed);
          alone.getJsonObject("body").put("events", new JsonArray().add(event));
          frames.add(alone.encode());
        }
      } else {
        frames.add(placed);
      }
    }
    return frames;
  }

  private void serve(ServerWebSocket socket, Context context) {
    socket.textMessageHandler(text -> {
      if (text.contains("spellmesh.tab.run")) {
        int at = text.indexOf(RUN) + RUN.length();
        send(socket, context, text.substring(at, at + PLACE.length()), 0);
      } else if (text.contains("spellmesh.tab.open")) {
        socket.writeBinaryMessage(Buffer.buffer("{\"type\":\"rec\",\"address\":\"opened\",\"body\":{}}"));
      }
    });
  }

  private void send(ServerWebSocket socket, Context context, String run, int from) {
    for (int i = from; i < frames.size(); i++) {
      socket.writeBinaryMessage(Buffer.buffer(
          frames.get(i).replace(PLACE, run).getBytes(StandardCharsets.UTF_8)));
      if (split && i + 1 < frames.size()) {
        int next = i + 1;
        context.runOnContext(_ -> send(socket, context, run, next));
        return;
      }
    }
  }
}
