package io.spellmesh.mesh;

import io.spellmesh.kit.config.ConfigurationException;
import io.spellmesh.kit.identity.SigningKey;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Section {@code http}, as far as the start looks at it.
 *
 * @param host name or address to listen on
 * @param port 0 takes a free one
 */
record Listening(String host, int port) {
  Listening {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port is " + port + ", must be 0 to 65535");
    }
  }

  /** A key that was made up here lies unguarded beside the data; whoever serves others brings one. */
  void refuseBeyondLoopback(SigningKey key) {
    if (key.generated() && !isLoopback()) {
      throw new ConfigurationException("http.host is '" + host + "', which others can reach: set "
          + "auth.signing-key to a key of your own, or http.host to 127.0.0.1 (" + key.file()
          + " was generated)");
    }
  }

  boolean isLoopback() {
    return isLoopback("http.host", host);
  }

  /** @throws ConfigurationException naming the key, if the host has no address */
  static boolean isLoopback(String key, String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new ConfigurationException(key + " is '" + host + "', must be an address or a name that has one");
    }
  }

  /** Whether another process listens there. */
  boolean isTaken() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
      return false;
    } catch (BindException taken) {
      return true;
    }
  }

  /** Says before anything is opened what would be found at the end. */
  void refuseTaken() throws IOException {
    if (isTaken()) {
      throw new BindException("port " + port + " on " + host + " is taken");
    }
  }

  /** @param actualPort where it listens now */
  String url(int actualPort) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + actualPort;
  }
}
