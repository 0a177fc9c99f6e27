package io.spellmesh.user;

import io.spellmesh.user.Attempt.Counter;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What counts against which limit.
 *
 * <p>A failed log-in counts against its address (a guesser who tries one password at many accounts) and
 * against its account (a guesser who has many addresses). The second would let anyone lock an account's
 * owner out by failing on purpose, so it neither counts nor stops attempts from an address that the
 * account was signed in from before: there the address's own limit holds alone.
 */
final class Limits {
  private static final String LOGIN_REFUSED = "too many failed log-ins, try again later";

  private final UserConfig.Users config;

  Limits(UserConfig.Users config) {
    this.config = config;
  }

  /** @param known whether the account was signed in from there before */
  Attempt login(Email email, Optional<Origin> origin, boolean known) {
    List<Counter> counters = new ArrayList<>();
    origin.ifPresent(from -> counters.add(failures(Digest.of("login from", from.counted()))));
    if (!known) {
      counters.add(failures(Digest.of("login of", email.text())));
    }
    Buffer pair = Digest.of("login", origin.map(Origin::counted).orElse(""), email.text());
    return new Attempt(pair, counters, LOGIN_REFUSED);
  }

  private Counter failures(Buffer key) {
    return new Counter(key, config.loginFailures(), config.loginWindow());
  }

  /** Counted whether it succeeds or not: its refusals tell which addresses have an account. */
  Attempt signup(Optional<Origin> origin) {
    List<Counter> counters = origin.filter(from -> !from.loopback())
        .map(from -> new Counter(Digest.of("signup from", from.counted()), config.signups(),
            config.signupWindow()))
        .map(List::of)
        .orElseGet(List::of);
    return new Attempt(Digest.of("signup"), counters,
        "too many new accounts from your network, try again later");
  }

  /** Keys that are made and revoked in a loop would fill the list of revocations that everyone reads. */
  Attempt newKey(UUID account) {
    Counter made =
        new Counter(Digest.of("key of", account.toString()), config.maxKeys(), Duration.ofHours(1));
    return new Attempt(Digest.of("key"), List.of(made), "too many new API keys, try again later");
  }
}
