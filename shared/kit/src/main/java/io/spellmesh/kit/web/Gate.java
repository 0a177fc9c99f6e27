package io.spellmesh.kit.web;

import io.spellmesh.contract.Failure;
import io.spellmesh.contract.FailureCode;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides where requests may go: to the open internet, not to this machine, and wherever the operator says. */
final class Gate {
  private final Names names;
  private final Set<String> allowed;

  Gate(Names names, List<String> allowed) {
    this.names = names;
    this.allowed = allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /**
   * The one address to connect to.
   *
   * @param trusted whether the operator named the target
   * @return fails FORBIDDEN if it leads inside, PROVIDER_FAILED if the name is unknown
   */
  Future<InetAddress> addressOf(Target target, boolean trusted) {
    Future<List<InetAddress>> addresses = target.address().map(one -> Future.succeededFuture(List.of(one)))
        .orElseGet(() -> names.addressesOf(target.host()).recover(unknown -> Future.failedFuture(
            new Failure(FailureCode.PROVIDER_FAILED, "the host '" + target.host() + "' is not known"))));
    boolean isAllowed = trusted || allowed.contains(target.host())
        || allowed.contains(target.host() + ":" + target.port());
    return addresses.map(all -> {
      // Not the public one of several: who mixes them means to be asked again.
      if (!isAllowed && !all.stream().allMatch(Gate::isOutside)) {
        throw new Failure(FailureCode.FORBIDDEN, "the address '" + target.shown()
            + "' leads to a place that is not open to everyone; if it is meant, its host goes into egress.allow");
      }
      return all.getFirst();
    });
  }

  private static boolean isOutside(InetAddress address) {
    try {
      return PublicAddresses.contain(address) && NetworkInterface.getByInetAddress(address) == null;
    } catch (SocketException unknown) {
      return false;
    }
  }
}
