package io.spellmesh.kit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.spellmesh.contract.Caller;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
  private final VerifiedTokens tokens = new VerifiedTokens();

  @Test
  void keepsTheTenThousandUsedLast() {
    for (int i = 0; i < 10_000; i++) {
      tokens.keep(token(i));
    }
    assertTrue(tokens.find("0").isPresent());

    tokens.keep(token(10_000));

    assertEquals(10_000, tokens.size());
    assertTrue(tokens.find("0").isPresent());
    assertTrue(tokens.find("1").isEmpty());
  }

  @Test
  void letsGoOfWhatIsNotGood() {
    tokens.keep(token(1));
    tokens.keep(token(2));

    tokens.keepOnly(token -> token.caller().token().equals("2"));

    assertEquals(1, tokens.size());
    assertTrue(tokens.find("1").isEmpty());
  }

  private static VerifiedToken token(int number) {
    return new VerifiedToken(
        new Caller(UUID.randomUUID(), Set.of(), UUID.randomUUID(), Integer.toString(number)), Instant.MAX, false);
  }
}
