package io.spellmesh.user;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.spellmesh.contract.user.Users;
import io.spellmesh.contract.user.Users.CreatedKey;
import io.spellmesh.contract.user.Users.Exchange;
import io.spellmesh.contract.user.Users.Link;
import io.spellmesh.contract.user.Users.NewKey;
import io.spellmesh.contract.user.Users.Refresh;
import io.spellmesh.contract.user.Users.SignedIn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Says every secret once and looks for it wherever it should not be. */
class SecrecyIT {
  private static final List<String> TABLES = List.of("account", "session", "refresh_token", "api_key",
      "revocation", "link_code", "attempt", "known_address");

  @Test
  void keepsSecretsOutOfLogAndDatabase() {
    Logger logger = (Logger) LoggerFactory.getLogger("io.spellmesh");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.TRACE);
    String code = UserVerticle.newLinkCode();
    try (UserRoom room = UserRoom.openWithLink(code)) {
      List<String> secrets = secretsOf(room, code);

      String logged = log.list.stream().map(ILoggingEvent::getFormattedMessage)
          .collect(Collectors.joining("\n"));
      String stored = TABLES.stream().map(table -> dump(room, table)).collect(Collectors.joining("\n"));
      assertTrue(logged.contains("session opened"), logged);
      assertTrue(stored.contains("canary@example.org"), stored);
      secrets.forEach(secret -> assertFalse(logged.contains(secret), "logged: " + secret));
      secrets.forEach(secret -> assertFalse(stored.contains(secret), "stored: " + secret));
    } finally {
      logger.detachAppender(log);
      logger.setLevel(null);
    }
  }

  private static List<String> secretsOf(UserRoom room, String code) {
    SignedIn canary = room.register("canary@example.org");
    SignedIn renewed = room.ask(Users.REFRESH, new Refresh(canary.refreshToken()));
    CreatedKey key = room.ask(Users.KEY_CREATE, new NewKey("canary"), renewed.accessToken());
    String token = room.ask(Users.EXCHANGE, new Exchange(key.key())).accessToken();
    room.refusal(Users.LOGIN, UserRoom.login("canary@example.org", "wrong canary", "192.0.2.77"));
    room.sql("UPDATE \"user\".refresh_token SET spent = spent - interval '1 hour'");
    room.refusal(Users.REFRESH, new Refresh(canary.refreshToken()));
    SignedIn owner = room.ask(Users.LINK, new Link(code));
    return Stream.of(UserRoom.PASSWORD, "wrong canary", canary.accessToken(), canary.refreshToken(),
        renewed.accessToken(), renewed.refreshToken(), key.key(), token, code, owner.accessToken(),
        owner.refreshToken()).toList();
  }

  private static String dump(UserRoom room, String table) {
    return StreamSupport.stream(room.sql("SELECT t::text FROM \"user\"." + table + " t").spliterator(), false)
        .map(row -> row.getString(0)).collect(Collectors.joining("\n"));
  }
}
