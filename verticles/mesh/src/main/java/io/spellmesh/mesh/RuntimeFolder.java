package io.spellmesh.mesh;

import io.spellmesh.contract.Wire;
import io.spellmesh.kit.config.ConfigurationException;
import io.spellmesh.kit.config.Settings;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the processes of one user on one machine find each other: one file each, for its owner alone. */
record RuntimeFolder(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(RuntimeFolder.class);
  private static final String SUFFIX = ".json";
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private record Runtime(Optional<Path> dir) {}

  /** The folder of {@code runtime.dir}, else one in the user's home. */
  static RuntimeFolder of(Settings settings) {
    return new RuntimeFolder(settings.section("runtime", Runtime.class).dir()
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".spellmesh"))
        .toAbsolutePath().normalize());
  }

  /** Makes a process known until it ends. */
  void announce(RuntimeFile file, Ending ending) throws IOException {
    write(file);
    ending.closes("runtime file", () -> {
      try {
        remove(file.id());
        return Future.succeededFuture();
      } catch (IOException failed) {
        return Future.failedFuture(failed);
      }
    });
  }

  /** Nobody reads half a file: it has its name when it is whole. */
  void write(RuntimeFile file) throws IOException {
    Files.createDirectories(path);
    Path unfinished = path.resolve(file.id() + ".unfinished");
    try (FileChannel channel = FileChannel.open(unfinished,
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
      channel.write(ByteBuffer.wrap(Wire.bytes(file)));
    }
    Files.move(unfinished, fileOf(file.id()), StandardCopyOption.ATOMIC_MOVE);
  }

  void remove(String id) throws IOException {
    Files.deleteIfExists(fileOf(id));
  }

  /**
   * The process to join.
   *
   * @throws ConfigurationException if there is none
   */
  RuntimeFile find(Company company) throws IOException {
    List<RuntimeFile> live = live();
    return switch (company) {
      case Company.Configured _ -> throw new IllegalStateException("nobody is to be joined");
      case Company.Newest _ -> live.stream().max(Comparator.comparing(RuntimeFile::started))
          .orElseThrow(() -> new ConfigurationException(
              "--join: no Spellmesh runs on this machine, according to " + path));
      case Company.Named(String id) -> live.stream().filter(file -> file.id().equals(id)).findFirst()
          .orElseThrow(() -> new ConfigurationException("--join=" + id
              + ": no such Spellmesh runs on this machine; there are " + live.stream().map(RuntimeFile::id)
                  .toList()));
    };
  }

  private List<RuntimeFile> live() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).map(RuntimeFolder::read)
          .flatMap(Optional::stream).filter(this::isLive).toList();
    }
  }

  private static Optional<RuntimeFile> read(Path file) {
    try {
      return Optional.of(Wire.mapper().readValue(file.toFile(), RuntimeFile.class));
    } catch (IOException unreadable) {
      LOG.atWarn().addKeyValue("file", file).addKeyValue("because", unreadable.getMessage())
          .log("runtime file passed over");
      return Optional.empty();
    }
  }

  private boolean isLive(RuntimeFile file) {
    if (file.isLive()) {
      return true;
    }
    try {
      remove(file.id());
    } catch (IOException kept) {
      LOG.atWarn().addKeyValue("id", file.id()).setCause(kept)
          .log("runtime file of an ended process could not be removed");
    }
    return false;
  }

  private Path fileOf(String id) {
    return path.resolve(id + SUFFIX);
  }
}
