package io.spellmesh.contract.user;

import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Accounts, sessions and API keys. */
public interface Users {
  Duration HASHING = Duration.ofSeconds(10);

  Operation<Register, SignedIn> REGISTER =
      Operation.at("spellmesh.user.register", Register.class, SignedIn.class).withPatience(HASHING).asOpen();
  Operation<Login, SignedIn> LOGIN =
      Operation.at("spellmesh.user.login", Login.class, SignedIn.class).withPatience(HASHING).asOpen();
  /** Spends a refresh token; a spent one that comes again ends its session. */
  Operation<Refresh, SignedIn> REFRESH =
      Operation.at("spellmesh.user.refresh", Refresh.class, SignedIn.class).asOpen();
  /** Spends the one-use code that the program printed at its start. */
  Operation<Link, SignedIn> LINK = Operation.at("spellmesh.user.link", Link.class, SignedIn.class).asOpen();
  /** A short access token for an API key. */
  Operation<Exchange, AccessToken> EXCHANGE =
      Operation.at("spellmesh.user.exchange", Exchange.class, AccessToken.class).asOpen();

  /** A ticket with which a browser, that cannot set headers, opens one socket. */
  Operation<Nothing, Ticket> TICKET = Operation.at("spellmesh.user.ticket", Nothing.class, Ticket.class);
  /** Spends a ticket: a fresh access token of the session that asked for it. Each can be spent once. */
  Operation<Spend, AccessToken> SPEND =
      Operation.at("spellmesh.user.spend", Spend.class, AccessToken.class).asOpen();

  Operation<Nothing, Nothing> LOGOUT =
      Operation.at("spellmesh.user.logout", Nothing.class, Nothing.class);
  Operation<Nothing, Account> ME = Operation.at("spellmesh.user.me", Nothing.class, Account.class);
  /** Takes the account and its sessions away. */
  Operation<Nothing, Nothing> DELETE_ME =
      Operation.at("spellmesh.user.delete-me", Nothing.class, Nothing.class);
  Operation<Nothing, Sessions> SESSIONS =
      Operation.at("spellmesh.user.sessions", Nothing.class, Sessions.class);
  Operation<SessionOf, Nothing> SESSION_END =
      Operation.at("spellmesh.user.session-end", SessionOf.class, Nothing.class);
  Operation<NewKey, CreatedKey> KEY_CREATE =
      Operation.at("spellmesh.user.key-create", NewKey.class, CreatedKey.class);
  Operation<Nothing, Keys> KEY_LIST = Operation.at("spellmesh.user.key-list", Nothing.class, Keys.class);
  Operation<KeyOf, Nothing> KEY_REVOKE =
      Operation.at("spellmesh.user.key-revoke", KeyOf.class, Nothing.class);

  /**
   * @param email    at most 254 characters with one @ inside; compared in lower case
   * @param password 8 to 128 characters, of any kind
   * @param address  the network address it came from, where that is known; the gateway overwrites it
   */
  record Register(String email, String password, Optional<String> name, Optional<String> address) {
    public Register {
      requireGiven("email", email);
      requireGiven("password", password);
      if (email.length() > 254 || !email.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+")) {
        throw new IllegalArgumentException(
            "email must be an address like name@example.org, at most 254 characters");
      }
      int characters = characters(password);
      if (characters < 8 || characters > 128) {
        throw new IllegalArgumentException("password has " + characters + " characters, must have 8 to 128");
      }
      name.filter(text -> text.isBlank() || text.length() > 200 || text.indexOf('\u0000') >= 0)
          .ifPresent(text -> {
            throw new IllegalArgumentException("name must have 1 to 200 characters");
          });
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Register[email=" + email + "]";
    }
  }

  /** @param address the network address it came from, where that is known; the gateway overwrites it */
  record Login(String email, String password, Optional<String> address) {
    public Login {
      requireGiven("email", email);
      requireGiven("password", password);
      if (characters(password) > 128 || email.length() > 254) {
        throw new IllegalArgumentException("email has at most 254 characters, password at most 128");
      }
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Login[email=" + email + "]";
    }
  }

  record Refresh(String refreshToken) {
    public Refresh {
      requireGiven("refreshToken", refreshToken);
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "Refresh[]";
    }
  }

  record Link(String code) {
    public Link {
      requireGiven("code", code);
    }

    /** Without the code. */
    @Override
    public String toString() {
      return "Link[]";
    }
  }

  record Exchange(String apiKey) {
    public Exchange {
      requireGiven("apiKey", apiKey);
    }

    /** Without the key. */
    @Override
    public String toString() {
      return "Exchange[]";
    }
  }

  /** @param expiresIn seconds until it can no longer be spent */
  record Ticket(String ticket, long expiresIn) {
    /** Without the ticket. */
    @Override
    public String toString() {
      return "Ticket[]";
    }
  }

  record Spend(String ticket) {
    /** Without the ticket. */
    @Override
    public String toString() {
      return "Spend[]";
    }
  }

  record Account(UUID id, String email, Optional<String> name, Set<String> roles, Instant created) {}

  /** @param expiresIn seconds until the access token ends */
  record SignedIn(Account user, String accessToken, String refreshToken, long expiresIn) {
    /** Without the tokens. */
    @Override
    public String toString() {
      return "SignedIn[user=" + user.id() + "]";
    }
  }

  /** @param expiresIn seconds until it ends */
  record AccessToken(String accessToken, long expiresIn) {
    /** Without the token. */
    @Override
    public String toString() {
      return "AccessToken[]";
    }
  }

  record Session(UUID id, Instant created, Instant lastUsed, boolean current) {}

  record Sessions(List<Session> items) {}

  record SessionOf(UUID session) {
    public SessionOf {
      requireGiven("session", session);
    }
  }

  record NewKey(String name) {
    public NewKey {
      if (name == null || name.isBlank() || name.length() > 200 || name.indexOf('\u0000') >= 0) {
        throw new IllegalArgumentException("name must have 1 to 200 characters");
      }
    }
  }

  /** @param key the secret; shown this once, only a hash of it is kept */
  record CreatedKey(UUID id, String name, String key, Instant created) {
    /** Without the key. */
    @Override
    public String toString() {
      return "CreatedKey[id=" + id + "]";
    }
  }

  /** @param hint the first characters, to tell keys apart */
  record Key(UUID id, String name, String hint, Instant created, Optional<Instant> lastUsed) {}

  record Keys(List<Key> items) {}

  record KeyOf(UUID key) {
    public KeyOf {
      requireGiven("key", key);
    }
  }

  /** As people count them: one for a letter beyond 16 bits, too. */
  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void requireGiven(String field, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
  }
}
