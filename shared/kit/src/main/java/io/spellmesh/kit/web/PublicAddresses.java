package io.spellmesh.kit.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses lie in the open internet.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, special addresses, IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">and IPv6</a>
 */
final class PublicAddresses {
  private record Range(byte[] first, int bits) {
    boolean contains(byte[] address) {
      if (address.length != first.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Range> CLOSED_4 = ranges("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
      "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
      "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
      "224.0.0.0/4", "240.0.0.0/4");
  /** All else is loopback, local, mapped, translated (64:ff9b::) or not given to anyone. */
  private static final List<Range> OPEN_6 = ranges("2000::/3");
  /** Of these 2001::/32 and 2002::/16 carry IPv4 addresses inside them. */
  private static final List<Range> CLOSED_6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? !isIn(CLOSED_4, bytes)
        : isIn(OPEN_6, bytes) && !isIn(CLOSED_6, bytes);
  }

  private static boolean isIn(List<Range> ranges, byte[] address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<Range> ranges(String... written) {
    return List.of(written).stream().map(range -> {
      int slash = range.indexOf('/');
      try {
        return new Range(InetAddress.getByName(range.substring(0, slash)).getAddress(),
            Integer.parseInt(range.substring(slash + 1)));
      } catch (UnknownHostException impossible) {
        throw new IllegalStateException(range, impossible);
      }
    }).toList();
  }
}
