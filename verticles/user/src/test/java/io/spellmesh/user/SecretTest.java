package io.spellmesh.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void has256BitsAfterItsPrefix() {
    String text = Secret.random("sm_").text();

    assertTrue(text.startsWith("sm_"));
    assertEquals(32, Base64.getUrlDecoder().decode(text.substring(3)).length);
    assertNotEquals(text, Secret.random("sm_").text());
  }

  @Test
  void isStoredAsItsSha256() {
    assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        HexFormat.of().formatHex(new Secret("abc").digest().getBytes()));
  }

  @Test
  void doesNotShowItself() {
    assertFalse(new Secret("abc").toString().contains("abc"));
  }
}
