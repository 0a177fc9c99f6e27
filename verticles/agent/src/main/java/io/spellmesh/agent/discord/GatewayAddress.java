package io.spellmesh.agent.discord;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where the Gateway may be: at Discord over TLS, or at the host that the operator named in its place. */
final class GatewayAddress {
  private GatewayAddress() {}

  /**
   * The address to connect to, with the version and encoding that are spoken.
   *
   * @param told what Discord said
   * @param base the operator's URL of the REST API
   * @throws Failure FORBIDDEN if it is anywhere else, for the bot's token would go there
   */
  static String of(String told, String base) {
    return read(told).filter(uri -> isDiscords(uri) || isOperators(uri, URI.create(base)))
        .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority() + "/?v=10&encoding=json")
        .orElseThrow(() -> new Failure(FailureCode.FORBIDDEN, "Discord names '"
            + (told.length() <= 100 ? told : told.substring(0, 100) + "…")
            + "' as its Gateway, which must be wss:// to a host of Discord's, or to that of "
            + "connectors.discord.base-url"));
  }

  private static Optional<URI> read(String told) {
    try {
      URI uri = new URI(told);
      return Optional.of(uri).filter(_ -> uri.getHost() != null && uri.getRawUserInfo() == null);
    } catch (URISyntaxException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isDiscords(URI uri) {
    return "wss".equals(uri.getScheme()) && (uri.getPort() == -1 || uri.getPort() == 443)
        && uri.getHost().matches("([a-z0-9-]+\\.)*discord\\.(gg|com)");
  }

  private static boolean isOperators(URI uri, URI base) {
    return uri.getHost().equalsIgnoreCase(base.getHost()) && ("wss".equals(uri.getScheme())
        || "ws".equals(uri.getScheme()) && "http".equals(base.getScheme()));
  }
}
