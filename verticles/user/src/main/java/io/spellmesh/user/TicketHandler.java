package io.spellmesh.user;

import io.spellmesh.contract.Caller;
import io.spellmesh.contract.Failure;
import io.spellmesh.contract.user.Users.AccessToken;
import io.spellmesh.contract.user.Users.Spend;
import io.spellmesh.contract.user.Users.Ticket;
import io.spellmesh.kit.identity.TokenIssuer;
import io.vertx.core.Future;
import java.time.Duration;

/** Tickets: what a browser, that cannot set headers, opens a socket with. */
final class TicketHandler {
  /** Long enough to open a socket; a ticket stands in a URL, which others may see later. */
  private static final Duration LIFE = Duration.ofSeconds(30);

  private final PgTicketStore tickets;
  private final TokenIssuer issuer;
  private final Duration accessTokenLife;

  TicketHandler(PgTicketStore tickets, TokenIssuer issuer, Duration accessTokenLife) {
    this.tickets = tickets;
    this.issuer = issuer;
    this.accessTokenLife = accessTokenLife;
  }

  /** Fails with FORBIDDEN unless the caller has logged in: whoever holds an API key can set headers. */
  Future<Ticket> offer(Caller caller) {
    Secret secret = Secret.random("");
    return tickets.offer(secret.digest(), caller.session(), caller.user(), LIFE)
        .compose(offered -> offered
            ? Future.succeededFuture(new Ticket(secret.text(), LIFE.toSeconds()))
            : Future.failedFuture(KeyHandler.needsLogin()));
  }

  /** Fails with UNAUTHENTICATED, in the same words whether it was spent, is too old or never was. */
  Future<AccessToken> spend(Spend ask) {
    return tickets.spend(new Secret(ask.ticket()).digest()).compose(spent -> spent
        .map(by -> Future.succeededFuture(token(by)))
        .orElseGet(() -> Future.failedFuture(
            Failure.unauthenticated("the ticket is wrong, was used, or is too old; ask for a new one"))));
  }

  private AccessToken token(PgTicketStore.Spent by) {
    String token =
        issuer.issue(by.account().id(), by.account().roles(), by.session(), accessTokenLife);
    return new AccessToken(token, accessTokenLife.toSeconds());
  }
}
