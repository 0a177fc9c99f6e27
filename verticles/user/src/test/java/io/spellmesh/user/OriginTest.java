package io.spellmesh.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"})
  void knowsThisMachine(String address) {
    assertTrue(Origin.of(address).loopback());
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "localhost", "", "127.0.0.1.example.org", "fe80::1"})
  void takesNothingElseForIt(String address) {
    assertFalse(Origin.of(address).loopback());
  }

  @Test
  void countsAnIpv4AddressAlone() {
    assertNotEquals(Origin.of("192.0.2.1"), Origin.of("192.0.2.2"));
    assertEquals(Origin.of("192.0.2.1"), Origin.of("::ffff:192.0.2.1"));
  }

  @Test
  void countsAnIpv6NetworkAsOne() {
    assertEquals(Origin.of("2001:db8:0:1::1"), Origin.of("2001:db8:0:1:ffff:ffff:ffff:ffff"));
    assertNotEquals(Origin.of("2001:db8:0:1::1"), Origin.of("2001:db8:0:2::1"));
  }
}
