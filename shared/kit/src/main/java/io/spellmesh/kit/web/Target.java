package io.spellmesh.kit.web;

import io.spellmesh.contract.Failure;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request goes, read once: what is checked is what is connected to.
 *
 * @param uri     scheme http or https, a host, no user, no fragment
 * @param host    ASCII, lower case, without brackets
 * @param address if the host is one
 */
record Target(URI uri, boolean isTls, String host, int port, Optional<InetAddress> address) {
  private static final int LONGEST = 8192;
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  /** What some resolver somewhere reads as a number: then it must be an address as it is usually written. */
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

  /** @throws Failure BAD_REQUEST that says what is wrong with it */
  static Target of(String url) {
    if (url.length() > LONGEST) {
      throw refuse(url, "is longer than " + LONGEST + " characters");
    }
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException wrong) {
      throw refuse(url, "cannot be read: " + wrong.getReason() + " at character " + (wrong.getIndex() + 1));
    }
    return of(uri, url);
  }

  /** Where a redirect of this leads. @throws Failure BAD_REQUEST */
  Target redirected(String location) {
    try {
      return of(uri.resolve(new URI(location)), location);
    } catch (URISyntaxException wrong) {
      throw refuse(location, "cannot be read: " + wrong.getReason());
    }
  }

  private static Target of(URI uri, String url) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!List.of("http", "https").contains(scheme)) {
      throw refuse(url, "must begin with http:// or https://");
    }
    if (uri.getHost() == null) {
      throw refuse(url, "has no host in letters, digits and hyphens; others are written in punycode");
    }
    if (uri.getRawUserInfo() != null) {
      throw refuse(url, "has a user before its host; credentials go into the header Authorization");
    }
    boolean isTls = scheme.equals("https");
    int port = uri.getPort() == -1 ? isTls ? 443 : 80 : uri.getPort();
    if (port < 1 || port > 65535) {
      throw refuse(url, "has the port " + port + ", which there is not");
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    Optional<InetAddress> address = address(host, url);
    return new Target(uri, isTls, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port, address);
  }

  private static Optional<InetAddress> address(String host, String url) {
    if (host.startsWith("[")) {
      if (host.contains("%")) {
        throw refuse(url, "has an address with a zone");
      }
      return Optional.of(literal(host.substring(1, host.length() - 1)));
    }
    if (IPV4.matcher(host).matches()) {
      return Optional.of(literal(host));
    }
    if (ENDS_IN_NUMBER.matcher(host).matches()) {
      throw refuse(url, "has an address that is not four numbers from 0 to 255");
    }
    if (!NAME.matcher(host).matches()) {
      throw refuse(url, "has a host that is no name");
    }
    return Optional.empty();
  }

  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException impossible) {
      throw Failure.badRequest("'" + address + "' is no address");
    }
  }

  /** Whether a secret for the one may be told to the other. */
  boolean isSameOrigin(Target other) {
    return isTls == other.isTls && port == other.port && host.equals(other.host);
  }

  String pathAndQuery() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /** As it may be shown: queries hold keys. */
  String shown() {
    String shownHost = address.filter(Inet6Address.class::isInstance).isPresent() ? "[" + host + "]" : host;
    return (isTls ? "https://" : "http://") + shownHost + (port == (isTls ? 443 : 80) ? "" : ":" + port)
        + (uri.getRawPath() == null ? "" : uri.getRawPath());
  }

  private static Failure refuse(String url, String why) {
    int end = url.indexOf('?');
    String shown = end < 0 ? url : url.substring(0, end);
    return Failure.badRequest("the address '" + (shown.length() > 100 ? shown.substring(0, 100) + "…" : shown)
        + "' " + why);
  }
}
