package io.spellmesh.user;

import io.vertx.core.buffer.Buffer;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request came from, as far as it is counted.
 *
 * @param counted  the IPv4 address, or the first 64 bits of the IPv6 address: whoever rents one of those
 *                 networks has 2^64 addresses to fail from
 * @param loopback whether it is this machine
 */
record Origin(String counted, boolean loopback) {
  private static final int NETWORK_BYTES = 8;

  /** Never looks a name up; a text that is no address counts as itself. */
  static Origin of(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return new Origin(counted(parsed), parsed.isLoopbackAddress());
    } catch (IllegalArgumentException noLiteral) {
      return new Origin(address, false);
    }
  }

  private static String counted(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
        : address.getHostAddress();
  }

  Buffer digest() {
    return Digest.of("address", counted);
  }
}
