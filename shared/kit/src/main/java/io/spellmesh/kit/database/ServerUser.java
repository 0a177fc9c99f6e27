package io.spellmesh.kit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;

/** As whom the server runs: PostgreSQL refuses root, and root is what many containers start as. */
sealed interface ServerUser {

  /** We are nobody special, and so may the server be. */
  record Ourselves() implements ServerUser {
    @Override
    public List<String> command(List<String> command) {
      return command;
    }

    @Override
    public void own(Path path) {}
  }

  /**
   * Another account, with no way back: no capabilities, no set-uid programs. It must be able to walk to
   * the data folder.
   */
  record Account(String name, String groupId) implements ServerUser {
    @Override
    public List<String> command(List<String> command) {
      return prefixed(List.of("setpriv", "--reuid=" + name, "--regid=" + groupId, "--clear-groups",
          "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--"), command);
    }

    @Override
    public void own(Path path) throws IOException {
      var people = path.getFileSystem().getUserPrincipalLookupService();
      Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setOwner(people.lookupPrincipalByName(name));
    }
  }

  /**
   * A user namespace without a mapping: there the server is nobody and has no capabilities, while the
   * files it sees stay root's. For folders that no other account can reach, such as one under /root.
   */
  record Namespace() implements ServerUser {
    @Override
    public List<String> command(List<String> command) {
      return prefixed(List.of("unshare", "--user", "--"), command);
    }

    @Override
    public void own(Path path) {}
  }

  /** The command as this user runs it. */
  List<String> command(List<String> command);

  /** Gives a file or an empty folder to this user. */
  void own(Path path) throws IOException;

  private static List<String> prefixed(List<String> prefix, List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return List.copyOf(all);
  }
}
