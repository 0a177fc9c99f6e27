package io.spellmesh.kit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a user who can run the server in a folder; a cluster keeps the one that made it. */
record ServerUsers(PostgresFolder folder, PostgresBinaries binaries, ServerCommand commands) {
  /** In order: made for us, made for servers like ours, there on every system. */
  private static final List<String> ACCOUNTS = List.of("spellmesh", "postgres", "nobody");

  /** @throws IOException if we are root and there is no way to be somebody else here */
  ServerUser choose() throws IOException, InterruptedException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new ServerUser.Ourselves();
    }
    for (ServerUser candidate : candidates()) {
      if (works(candidate)) {
        return candidate;
      }
    }
    throw new IOException("PostgreSQL does not run as root, and there is no other user for it here: "
        + "setpriv to " + ACCOUNTS + " needs a data folder they can reach (" + folder.root() + "), and "
        + "unshare --user needs a kernel that allows it. Start as an ordinary user, move the data folder, "
        + "or set database.url to a server of your own");
  }

  private List<ServerUser> candidates() throws IOException, InterruptedException {
    List<String> accounts = ACCOUNTS;
    boolean namespace = true;
    if (Files.exists(folder.cluster())) {
      String owner = Files.getOwner(folder.cluster()).getName();
      namespace = "root".equals(owner);
      accounts = namespace ? List.of() : List.of(owner);
    }
    List<ServerUser> candidates = new ArrayList<>();
    for (String account : accounts) {
      groupOf(account).ifPresent(group -> candidates.add(new ServerUser.Account(account, group)));
    }
    if (namespace) {
      candidates.add(new ServerUser.Namespace());
    }
    return candidates;
  }

  private boolean works(ServerUser user) throws IOException, InterruptedException {
    return commands.succeeds(user.command(List.of("test", "-x", folder.root().toString())))
        && commands.succeeds(user.command(List.of(binaries.initdb(), "--version")));
  }

  private Optional<String> groupOf(String account) throws IOException, InterruptedException {
    return commands.succeeds(List.of("id", "-g", account))
        ? Optional.of(Files.readString(commands.output()).strip())
        : Optional.empty();
  }
}
