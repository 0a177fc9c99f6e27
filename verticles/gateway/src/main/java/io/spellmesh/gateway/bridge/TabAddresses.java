package io.spellmesh.gateway.bridge;

import io.spellmesh.contract.Operation;
import io.spellmesh.contract.tab.Tabs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a socket may ask, each by its exact address. */
final class TabAddresses {
  static final Set<String> ALL = List.<Operation<?, ?>>of(Tabs.OPEN, Tabs.UPDATE, Tabs.RUN, Tabs.CANCEL,
          Tabs.ANSWER, Tabs.SINCE, Tabs.PLAY, Tabs.PAUSE, Tabs.CLOSE, Tabs.PING, Tabs.RENEW).stream()
      .map(Operation::address).collect(Collectors.toUnmodifiableSet());

  private TabAddresses() {}

  /** Whether it is about the socket itself, and need not wait for what was asked before. */
  static boolean isOfSocket(String address) {
    return address.equals(Tabs.PING.address()) || address.equals(Tabs.RENEW.address());
  }
}
