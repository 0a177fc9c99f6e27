package io.spellmesh.nodes.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A path, read.
 *
 * @param isRelative whether it begins with the value at hand ({@code @}) and not with the whole ({@code $})
 */
record PathQuery(boolean isRelative, List<Segment> segments) {
  PathQuery {
    segments = List.copyOf(segments);
  }

  /** @throws NodeFailure saying where it stops to be a path */
  static PathQuery of(String written) {
    String path = written.strip();
    // People write a.b where the standard wants $.a.b.
    boolean isShort = !path.startsWith("$");
    return new PathParser(isShort ? (path.startsWith("[") ? "$" : "$.") + path : path).whole();
  }

  /** Everything it finds, in order. @throws NodeFailure if that takes too many steps */
  List<JsonNode> in(JsonNode whole) {
    return new PathWalk(whole).all(this, whole);
  }
}
