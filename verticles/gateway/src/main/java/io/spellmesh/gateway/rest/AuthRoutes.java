package io.spellmesh.gateway.rest;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.contract.Nothing;
import io.spellmesh.contract.user.Users;
import io.spellmesh.gateway.HttpConfig;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Signing up, in and out; sessions, API keys, the account. */
final class AuthRoutes {
  /** @param password 8 to 128 characters */
  record Registration(String email, String password, Optional<String> name) {
    @Override
    public String toString() {
      return "Registration[email=" + email + "]";
    }
  }

  record Credentials(String email, String password) {
    @Override
    public String toString() {
      return "Credentials[email=" + email + "]";
    }
  }

  private AuthRoutes() {}

  static List<Route> of(HttpConfig config) {
    return List.of(
        Route.post("/api/auth/register", "Makes an account and signs in").open()
            .takes(Registration.class, config.maxBody())
            .creates(Users.REGISTER, AuthRoutes::registration, _ -> Optional.of("/api/users/me")),
        Route.post("/api/auth/login", "Signs in").open()
            .takes(Credentials.class, config.maxBody())
            .answers(Users.LOGIN, AuthRoutes::login),
        Route.post("/api/auth/refresh", "Spends a refresh token for the next one").open()
            .takes(Users.Refresh.class, config.maxBody())
            .answers(Users.REFRESH, request -> request.body(Users.Refresh.class)),
        Route.post("/api/auth/link", "Signs in with the code that the program printed, on its machine").open()
            .takes(Users.Link.class, config.maxBody())
            .answers(Users.LINK, AuthRoutes::link),
        Route.post("/api/auth/logout", "Ends the session")
            .does(Users.LOGOUT, _ -> Nothing.NOTHING),
        Route.post("/api/auth/tickets", "A ticket that opens one socket, once, from a page")
            .creates(Users.TICKET, _ -> Nothing.NOTHING, _ -> Optional.empty()),
        Route.get("/api/auth/sessions", "Where the caller is signed in")
            .answers(Users.SESSIONS, _ -> Nothing.NOTHING),
        Route.delete("/api/auth/sessions/{id}", "Ends a session of the caller")
            .missing("there is no session '{id}'")
            .does(Users.SESSION_END, request -> new Users.SessionOf(request.id())),
        Route.get("/api/auth/keys", "The caller's API keys, without the secret part")
            .answers(Users.KEY_LIST, _ -> Nothing.NOTHING),
        Route.post("/api/auth/keys", "Makes an API key; it is shown this once")
            .takes(Users.NewKey.class, config.maxBody())
            .creates(Users.KEY_CREATE, request -> request.body(Users.NewKey.class),
                key -> Optional.of("/api/auth/keys/" + key.id())),
        Route.delete("/api/auth/keys/{id}", "Revokes an API key")
            .missing("there is no API key '{id}'")
            .does(Users.KEY_REVOKE, request -> new Users.KeyOf(request.id())),
        Route.get("/api/users/me", "The caller's account")
            .answers(Users.ME, _ -> Nothing.NOTHING),
        Route.delete("/api/users/me", "Takes the caller's account away")
            .does(Users.DELETE_ME, _ -> Nothing.NOTHING));
  }

  private static Users.Register registration(Request request) {
    Registration body = request.body(Registration.class);
    return new Users.Register(body.email, body.password, body.name, Optional.of(request.peer()));
  }

  private static Users.Login login(Request request) {
    Credentials body = request.body(Credentials.class);
    return new Users.Login(body.email, body.password, Optional.of(request.peer()));
  }

  private static Users.Link link(Request request) {
    // Behind a proxy on this machine everybody seems to come from loopback.
    boolean forwarded = Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
        .anyMatch(header -> request.context().request().headers().contains(header));
    if (forwarded || !isLoopback(request.context().request().remoteAddress())) {
      throw new Failure(FailureCode.FORBIDDEN, "this is for the machine on which the program runs");
    }
    return request.body(Users.Link.class);
  }

  private static boolean isLoopback(SocketAddress peer) {
    try {
      // Of an address in digits, so that nothing is looked up.
      return InetAddress.getByName(peer.hostAddress()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("a peer's address is '" + peer.hostAddress() + "'", e);
    }
  }
}
