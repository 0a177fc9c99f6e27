package io.spellmesh.kit.database;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where a database is and who asks: what the pool, JDBC and other processes each write differently. */
record PostgresUrl(String host, int port, String name, String user, String password, SslMode sslMode) {

  /** @throws IllegalArgumentException if the text is no such URL; the message never repeats it */
  static PostgresUrl parse(String text) {
    if (!text.matches("postgres(ql)?://[^/@:]+:[^/@]+@[^/@]+/[^/?]+(\\?.*)?")) {
      throw new IllegalArgumentException(
          "database.url must be postgresql://user:password@host:port/name, with '@', ':' and '/' inside"
              + " the user or password written as %40, %3A and %2F");
    }
    PgConnectOptions options;
    try {
      options = PgConnectOptions.fromUri(text);
    } catch (IllegalArgumentException broken) {
      // Not kept as the cause: the parser quotes the text, and the text holds a password.
      throw new IllegalArgumentException("database.url is not a PostgreSQL URL: "
          + broken.getClass().getSimpleName());
    }
    return new PostgresUrl(options.getHost(), options.getPort(), options.getDatabase(), options.getUser(),
        options.getPassword(), options.getSslMode());
  }

  /** For JDBC; without user and password, which go beside it. */
  String jdbc() {
    String ssl = switch (sslMode) {
      case DISABLE, ALLOW, PREFER, REQUIRE -> "?sslmode=" + sslModeText();
      // The driver's own default is a certificate file in the home folder; the pool trusts what Java trusts.
      case VERIFY_CA, VERIFY_FULL -> "?sslmode=" + sslModeText()
          + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";
    };
    return "jdbc:postgresql://" + host + ":" + port + "/" + name + ssl;
  }

  /** With the password: for 0600 files and processes of the same user, never for a log. */
  String withPassword() {
    String ssl = sslMode == SslMode.DISABLE ? "" : "?sslmode=" + sslModeText();
    return "postgresql://" + encoded(user) + ":" + encoded(password) + "@" + host + ":" + port + "/" + name
        + ssl;
  }

  @Override
  public String toString() {
    return "postgresql://" + user + ":***@" + host + ":" + port + "/" + name;
  }

  private String sslModeText() {
    return sslMode.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
