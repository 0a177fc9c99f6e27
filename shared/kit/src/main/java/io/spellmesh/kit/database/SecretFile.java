package io.spellmesh.kit.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** A generated password in a file that only its owner reads. */
record SecretFile(Path path) {
  /** 192 bits, in 32 characters that need no quoting in SQL or in a URL. */
  private static final int PASSWORD_BYTES = 24;

  static Set<PosixFilePermission> permissions(String text) {
    return PosixFilePermissions.fromString(text);
  }

  boolean exists() {
    return Files.exists(path);
  }

  String read() throws IOException {
    return Files.readString(path).strip();
  }

  /** Reads the password, after making one up if there is none. Two callers at once need a lock. */
  String readOrCreate() throws IOException {
    if (!exists()) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      write(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return read();
  }

  /** On disk before it has its name: a server must never keep a password that a power cut took from us. */
  private void write(String password) throws IOException {
    Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
    Files.deleteIfExists(unfinished);
    try (FileChannel file = createPrivate(unfinished)) {
      file.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.UTF_8)));
      file.force(true);
    }
    Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes a new file with mode 0600 from its first moment on. */
  static FileChannel createPrivate(Path path) throws IOException {
    return FileChannel.open(path, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(permissions("rw-------")));
  }
}
