package io.spellmesh.mesh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What another process of this user needs to belong to the same mesh. It holds a secret, the database's
 * address with its password.
 *
 * @param id          of the process
 * @param pid         its number in the system
 * @param started     when it was ready
 * @param cluster     name of the cluster
 * @param member      {@code host:port} to join it at
 * @param http        URL of its gateway, if it has one
 * @param databaseUrl with user and password
 * @param dataDir     {@code data.dir}, if it holds the database; absent if the database is the operator's
 * @param signingKey  file of the key that signs tokens
 * @param vaultKey    file of the key under which secrets of users are kept; absent if the process is older
 */
record RuntimeFile(String id, long pid, Instant started, String cluster, String member,
    Optional<String> http, String databaseUrl, Optional<String> dataDir, String signingKey,
    Optional<String> vaultKey) {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Whether the process is still there: its number may have gone to another, so its port must answer too. */
  boolean isLive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && answers();
  }

  private boolean answers() {
    int colon = member.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(member.substring(0, colon),
          Integer.parseInt(member.substring(colon + 1))), (int) PATIENCE.toMillis());
      return true;
    } catch (IOException notThere) {
      return false;
    }
  }

  /** The settings a process takes over when it joins this one: everything shared. */
  Map<String, String> settings() {
    Map<String, String> shared = new HashMap<>(Map.of(
        "cluster.name", cluster,
        "cluster.members", member,
        "auth.signing-key", signingKey));
    vaultKey.ifPresent(file -> shared.put("auth.vault-key", file));
    // The folder, where there is one: it counts its users, and its server must not go with the first of them.
    dataDir.ifPresentOrElse(
        folder -> shared.put("data.dir", folder),
        () -> shared.put("database.url", databaseUrl));
    return shared;
  }

  /** Without the database's password. */
  @Override
  public String toString() {
    return "RuntimeFile[id=" + id + ", cluster=" + cluster + ", member=" + member + "]";
  }
}
