package io.spellmesh.mesh.attack;

import io.spellmesh.contract.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Somebody who asks over REST. Every answer is shown to the witness.
 *
 * @param address of this machine, from which the connections come
 * @param headers sent with every question
 */
record Visitor(URI base, Witness witness, String address, Map<String, String> headers) {
  static final String HOME = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, HttpClient> CLIENTS = new ConcurrentHashMap<>();

  Visitor {
    headers = Map.copyOf(headers);
  }

  /** Loopback is a whole network; another address of it is another machine to the server. */
  Visitor from(String otherAddress) {
    return new Visitor(base, witness, otherAddress, headers);
  }

  Visitor with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Visitor(base, witness, address, more);
  }

  /** @param secret access token or API key */
  Visitor as(String secret) {
    return with("Authorization", "Bearer " + secret);
  }

  Reply get(String path) throws IOException {
    return send("GET", path, BodyPublishers.noBody());
  }

  Reply delete(String path) throws IOException {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Reply post(String path, Object body) throws IOException {
    return send("POST", path, Wire.bytes(body));
  }

  Reply put(String path, Object body) throws IOException {
    return send("PUT", path, Wire.bytes(body));
  }

  /** @param json sent as it is, whatever it is */
  Reply send(String method, String path, byte[] json) throws IOException {
    return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofByteArray(json));
  }

  Reply send(String method, String path, String json) throws IOException {
    return send(method, path, json.getBytes(StandardCharsets.UTF_8));
  }

  Reply send(String method, String path, BodyPublisher body) throws IOException {
    // Not resolved against the base: a path is sent as it stands, dots and all.
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE).method(method, body);
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> response = CLIENTS.computeIfAbsent(address, Visitor::client)
          .send(request.build(), BodyHandlers.ofString());
      Reply reply = new Reply(response.statusCode(), response.headers().map(), response.body());
      witness.heard(method + " " + path, reply);
      return reply;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting", e);
    }
  }

  private static HttpClient client(String address) {
    try {
      return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE)
          .localAddress(InetAddress.getByName(address)).build();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(address, e);
    }
  }
}
