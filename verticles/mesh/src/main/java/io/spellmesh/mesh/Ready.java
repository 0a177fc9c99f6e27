package io.spellmesh.mesh;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process says once it serves.
 *
 * @param url      where its gateway listens; absent if it has none
 * @param linkCode signs in once
 */
record Ready(Optional<String> url, Optional<String> linkCode) {

  List<String> lines() {
    return Stream.concat(
        Stream.of(url.map(where -> "Spellmesh is ready at " + where)
            .orElse("Spellmesh is ready, without a gateway")),
        url.flatMap(where -> linkCode.map(code -> "Sign in: " + where + "/#link=" + code)).stream())
        .toList();
  }
}
