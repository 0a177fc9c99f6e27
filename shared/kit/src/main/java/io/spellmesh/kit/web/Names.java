package io.spellmesh.kit.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.util.List;

/** Looks names up. */
@FunctionalInterface
public interface Names {
  /** Names that may be slow at once. */
  int THREADS = 8;

  /** Every address of a host, at least one; fails if there is none. */
  Future<List<InetAddress>> addressesOf(String host);

  /** As this machine does it, on threads of their own: slow names hold up nobody who works. */
  static Names ofSystem(Vertx vertx) {
    WorkerExecutor lookers = vertx.createSharedWorkerExecutor("names", THREADS);
    return host -> lookers.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
  }
}
