package io.spellmesh.mesh;

import java.util.List;

/**
 * Section {@code mesh}.
 *
 * @param roles what this process serves; none named means all
 */
record Roles(List<Role> roles) {
  Roles {
    roles = roles.isEmpty() ? List.of(Role.values()) : roles.stream().distinct().toList();
    if (roles.contains(Role.GATEWAY) && !roles.contains(Role.RUNNER)) {
      throw new IllegalArgumentException(
          "roles has gateway without runner, but tabs run on the process that holds their socket");
    }
  }

  boolean has(Role role) {
    return roles.contains(role);
  }
}
