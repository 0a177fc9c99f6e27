package io.spellmesh.mesh;

import io.spellmesh.kit.DataConfig;
import io.spellmesh.kit.Member;
import io.spellmesh.kit.config.Settings;
import io.spellmesh.kit.database.Database;
import io.spellmesh.kit.database.ServerStart;
import io.spellmesh.kit.identity.AuthConfig;
import io.spellmesh.kit.identity.SigningKey;
import io.spellmesh.kit.identity.VaultKey;
import io.spellmesh.kit.metrics.Metrics;
import io.spellmesh.user.UserVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start of one process, from its configuration to being ready. */
final class Mesh {
  private static final Logger LOG = LoggerFactory.getLogger(Mesh.class);

  private Mesh() {}

  /**
   * Returns when every role serves.
   *
   * @param ending is told of everything that is opened, also when the start fails
   * @throws io.spellmesh.kit.config.ConfigurationException with every mistake in the configuration
   */
  static Ready start(Company company, ConfFiles conf, Ending ending) throws IOException {
    Settings settings = joining(company,
        Settings.load(conf.folder(), System.getenv(), ConfFiles.packed("mesh.yaml")));
    settings.section("log", LogConfig.class).apply();
    settings.masked().forEach(line -> LOG.debug("configured {}", line));
    Roles roles = settings.section("mesh", Roles.class);
    Listening listening = settings.section("http", Listening.class);
    DataConfig data = DataConfig.of(settings);
    AuthConfig auth = settings.section("auth", AuthConfig.class);
    SigningKey key = SigningKey.load(auth.signingKey(), data.folder());
    VaultKey vault = VaultKey.load(auth.vaultKey(), data.folder());
    if (roles.has(Role.GATEWAY)) {
      listening.refuseBeyondLoopback(key);
      listening.refuseTaken();
    }

    ServerStart server = ServerStart.begin(data.database());
    ending.closes("database server", server::giveUp);
    Clustering clustering =
        Clustering.of(conf.text("cluster.xml"), settings.section("cluster", ClusterConfig.class));
    Metrics metrics = new Metrics();
    Vertx vertx = clustering.join(metrics).await();
    ending.closes("cluster", vertx::close);
    Future<Database> opening = Database.open(vertx, server);
    ending.closes("database", () -> opening.compose(Database::close, _ -> Future.succeededFuture()));
    Database database = opening.await();
    Member member = Member.of(Member.newId(), vertx, settings, database, key, metrics).await();

    Optional<String> linkCode = Optional.of(UserVerticle.newLinkCode()).filter(_ -> listening.isLoopback());
    Deployment deployment = new Deployment(member, ending);
    deployment.services(roles, linkCode).await();
    Optional<String> url = roles.has(Role.GATEWAY)
        ? Optional.of(listening.url(deployment.gateway().await()))
        : Optional.empty();

    RuntimeFile self = new RuntimeFile(member.id(), ProcessHandle.current().pid(), Instant.now(),
        clustering.name(), clustering.memberAddress(), url, database.url(),
        database.folder().map(_ -> data.folder().toAbsolutePath().toString()), key.file().toString(),
        Optional.of(vault.file().toString()));
    RuntimeFolder.of(settings).announce(self, ending);
    LOG.atInfo().addKeyValue("id", self.id()).addKeyValue("roles", roles.roles())
        .addKeyValue("cluster", self.cluster()).addKeyValue("member", self.member())
        .addKeyValue("database", database.jdbcUrl()).log("ready");
    return new Ready(url, linkCode);
  }

  private static Settings joining(Company company, Settings settings) throws IOException {
    return switch (company) {
      case Company.Configured _ -> settings;
      case Company.Newest _, Company.Named _ -> settings
          .with(RuntimeFolder.of(settings).find(company).settings())
          .with(settings.section("http", Listening.class).isTaken() ? Map.of("http.port", "0") : Map.of());
    };
  }
}
