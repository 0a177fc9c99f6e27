package io.spellmesh.kit.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;

/** Looks names up. */
@FunctionalInterface
public interface Names {

  /** Every address of a host, at least one; fails if there is none. */
  Future<List<InetAddress>> addressesOf(String host);

  /** As this machine does it. */
  static Names ofSystem(Vertx vertx) {
    return host -> vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
  }
}
