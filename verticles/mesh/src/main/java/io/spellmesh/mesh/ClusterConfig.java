package io.spellmesh.mesh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code cluster}.
 *
 * @param name    shared by all processes of a mesh; absent means one of its own
 * @param host    address for the other members, and for nobody else
 * @param port    0 takes a free one
 * @param members {@code host:port} of others
 */
record ClusterConfig(Optional<String> name, String host, int port, List<String> members, Tls tls) {

  /**
   * How members know each other on the bus; all three or none.
   *
   * @param certificate PEM file with this process's certificate, signed by the authority
   * @param key         PEM file with its private key, PKCS#8
   * @param authority   PEM file with the certificate that signs those of all members
   */
  record Tls(Optional<Path> certificate, Optional<Path> key, Optional<Path> authority) {
    Tls {
      if (certificate.isPresent() != key.isPresent() || key.isPresent() != authority.isPresent()) {
        throw new IllegalArgumentException("certificate, key and authority must be given together");
      }
    }

    boolean isGiven() {
      return certificate.isPresent();
    }
  }

  ClusterConfig {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port is " + port + ", must be 0 to 65535");
    }
    members = List.copyOf(members);
    for (String member : members) {
      if (!member.matches(".+:[0-9]{1,5}")) {
        throw new IllegalArgumentException("members has '" + member + "', must be host:port");
      }
    }
    // Whoever reaches an open bus can say anything in anybody's name.
    if (!tls.isGiven() && !Listening.isLoopback("cluster.host", host)) {
      throw new IllegalArgumentException("host is '" + host
          + "', which other machines can reach: set cluster.tls.certificate, .key and .authority too");
    }
  }
}
