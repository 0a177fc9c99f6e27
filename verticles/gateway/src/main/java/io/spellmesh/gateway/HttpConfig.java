package io.spellmesh.gateway;

import java.time.Duration;
import java.util.List;

/**
 * Section {@code http}.
 *
 * @param port            0 takes a free one
 * @param allowedOrigins  origins besides our own whose pages may ask, such as {@code https://a.example}
 * @param maxBody         bytes of a request's body
 * @param maxSpellBody    bytes of a body that carries a spell or a file to import
 * @param bodyWindow      time in which a body must bring {@link io.spellmesh.gateway.door.BodyReader#PACE}
 * @param quietTime       how long a connection may be open without a request under way
 * @param writeIdleTime   how long a connection may take nothing of what is written
 * @param beat            between signs of life in an answer that is not complete
 * @param maxEventStreams event streams of one user on this process
 * @param xhr             whether a socket may also be had over plain requests, SockJS's XHR transports
 * @param maxSockets      sockets of one user on this process
 * @param socketQuietTime how long a socket may be open without anything being heard from it
 * @param maxUnread       bytes that a client in SockJS's frames may leave unread and still get live messages
 * @param maxLag          how long a socket may leave too much unread
 * @param drainTime       how long requests under way may take to end when the process stops
 */
public record HttpConfig(String host, int port, List<String> allowedOrigins, int maxBody, int maxSpellBody,
    Duration bodyWindow, Duration quietTime, Duration writeIdleTime, Duration beat, int maxEventStreams,
    boolean xhr, int maxSockets, Duration socketQuietTime, int maxUnread, Duration maxLag, Duration drainTime) {

  public HttpConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", must be 0 to 65535");
    }
    for (String origin : allowedOrigins) {
      if (!origin.matches("https?://[a-z0-9.\\-\\[\\]:]+")) {
        throw new IllegalArgumentException("allowed-origins holds '" + origin
            + "', must be origins such as https://editor.example.org, without path or wildcard");
      }
    }
    requireSome("body-window", bodyWindow);
    requireSome("quiet-time", quietTime);
    requireSome("write-idle-time", writeIdleTime);
    requireSome("beat", beat);
    requireSome("socket-quiet-time", socketQuietTime);
    requireSome("max-lag", maxLag);
    if (maxBody < 1 || maxSpellBody < maxBody) {
      throw new IllegalArgumentException("max-body is " + maxBody + " and max-spell-body " + maxSpellBody
          + ", must be at least 1, and the second not below the first");
    }
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  private static void requireSome(String key, Duration time) {
    if (time.toMillis() < 1) {
      throw new IllegalArgumentException(key + " is " + time.toMillis() + "ms, must be at least 1ms");
    }
  }
}
