package io.spellmesh.kit.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked from the archive on the class path. */
record PostgresBinaries(Path home) {
  static final String HOME_PROPERTY = "spellmesh.postgres.binaries";
  private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);
  private static final int OWNER_MAY_EXECUTE = 0100;

  String initdb() {
    return home.resolve("bin/initdb").toString();
  }

  String pgCtl() {
    return home.resolve("bin/pg_ctl").toString();
  }

  /**
   * Unpacks this platform's archive unless that has been done.
   *
   * @param dataDir where the programs go, unless the system property names another folder
   * @throws IOException also if the class path holds no archive for this platform
   */
  static PostgresBinaries unpacked(Path dataDir) throws IOException, InterruptedException {
    Optional<String> elsewhere = Optional.ofNullable(System.getProperty(HOME_PROPERTY));
    Path folder = Files.createDirectories(elsewhere.map(Path::of).orElse(dataDir)).toRealPath();
    String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
    URL resource = Optional.ofNullable(PostgresBinaries.class.getResource("/" + archive))
        .orElseThrow(() -> new IOException("no PostgreSQL for this platform on the class path (" + archive
            + "); set database.url to a server of your own"));
    // The length tells one version from another without reading fifteen megabytes at every start.
    String version = resource.openConnection().getContentLengthLong() + "";
    Path home = folder.resolve("binaries-" + archive.replace(".txz", "-") + version);
    if (Files.notExists(home)) {
      try (FolderLock _ = FolderLock.take(folder.resolve("binaries.lock"))) {
        if (Files.notExists(home)) {
          unpack(resource, home);
        }
      }
    }
    return new PostgresBinaries(home);
  }

  /** The archive's name as its makers spell it. */
  static String archive(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux";
    String machine = switch (osArch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> osArch;
    };
    return "postgres-" + system + "-" + machine + ".txz";
  }

  private static void unpack(URL resource, Path home) throws IOException {
    long start = System.nanoTime();
    Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
    PostgresFolder.deleteTree(unfinished);
    Files.createDirectories(unfinished);
    try (InputStream raw = resource.openStream();
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, unfinished);
      }
    }
    // The name appears only when all is there: a process killed half-way leaves nothing that looks whole.
    Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    LOG.atInfo().addKeyValue("folder", home).addKeyValue("tookMs", (System.nanoTime() - start) / 1_000_000)
        .log("postgres unpacked");
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
    Path path = into.resolve(entry.getName()).normalize();
    if (!path.startsWith(into)) {
      throw new IOException("entry '" + entry.getName() + "' of the PostgreSQL archive points outside of it");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(path.getParent());
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    } else {
      Files.createDirectories(path.getParent());
      Files.copy(tar, path);
    }
    // Said outright, since a strict umask would hide the programs from the account that runs them.
    boolean walksOrRuns = entry.isDirectory() || (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, SecretFile.permissions(walksOrRuns ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
