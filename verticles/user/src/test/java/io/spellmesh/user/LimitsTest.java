package io.spellmesh.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.spellmesh.testkit.TestMember;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Email ADA = Email.of("ada@example.org");
  private static final Optional<Origin> OFFICE = Optional.of(Origin.of("192.0.2.1"));

  private final Limits limits = new Limits(UserConfig.read(TestMember.defaults()).users());

  @Test
  void countAStrangersLogInAgainstAddressAndAccount() {
    assertEquals(2, limits.login(ADA, OFFICE, false).counters().size());
  }

  @Test
  void countALogInFromAKnownPlaceAgainstTheAddressAlone() {
    Attempt known = limits.login(ADA, OFFICE, true);

    assertEquals(1, known.counters().size());
    assertEquals(limits.login(Email.of("other@example.org"), OFFICE, true).counters(), known.counters());
  }

  @Test
  void countALogInFromNowhereAgainstTheAccount() {
    assertEquals(1, limits.login(ADA, Optional.empty(), false).counters().size());
  }

  @Test
  void doNotMixAccountsAddressesAndKindsOfAttempt() {
    Attempt login = limits.login(ADA, OFFICE, false);

    assertNotEquals(login.counters().getFirst(), login.counters().getLast());
    assertNotEquals(login.counters().getFirst().key(), limits.signup(OFFICE).counters().getFirst().key());
    assertNotEquals(login.madeBy(), limits.login(Email.of("b@example.org"), OFFICE, false).madeBy());
  }

  @Test
  void leaveRegistrationsOnThisMachineAlone() {
    assertEquals(0, limits.signup(Optional.of(Origin.of("::1"))).counters().size());
    assertEquals(1, limits.signup(OFFICE).counters().size());
  }

  @Test
  void countNewKeysForEachAccount() {
    assertNotEquals(limits.newKey(UUID.randomUUID()).counters(), limits.newKey(UUID.randomUUID()).counters());
  }
}
