package io.spellmesh.kit;

import io.spellmesh.kit.config.Settings;
import io.spellmesh.kit.database.DatabaseConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a process keeps, and where.
 *
 * @param folder   {@code data.dir}: keys and the embedded server lie under it
 * @param database section {@code database}, with the embedded server's folder
 */
public record DataConfig(Path folder, DatabaseConfig database) {
  /** Its own folder, because another account of the system may run the server and must not see the keys. */
  private static final String SERVER = "postgres";

  record Data(Path dir) {}

  record Pool(Optional<String> url, int poolSize, int maxWaitQueue) {}

  public static DataConfig of(Settings settings) {
    Path folder = settings.section("data", Data.class).dir();
    Pool pool = settings.section("database", Pool.class);
    return new DataConfig(folder,
        new DatabaseConfig(pool.url(), folder.resolve(SERVER), pool.poolSize(), pool.maxWaitQueue()));
  }
}
