package io.spellmesh.runner;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Role;
import io.spellmesh.engine.node.SourceRun;
import io.spellmesh.engine.node.SourceType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Emits when the test rings; {@code data.bell} names the bell. */
public final class BellNode implements SourceType {
  private static final Output ON = Output.trigger("trigger");
  private static final Output OUT = Output.text("output");
  private static final Map<String, SourceRun> BELLS = new ConcurrentHashMap<>();

  static boolean isPlayed(String bell) {
    return BELLS.containsKey(bell);
  }

  /** Nothing happens if nobody plays it. */
  static void ring(String bell, String item) {
    Optional.ofNullable(BELLS.get(bell)).ifPresent(source -> source.emit(TextNode.valueOf(item)));
  }

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("test-bell", "Bell").out(ON, OUT).effect(Effect.PURE).role(new Role.Source(OUT, ON)).build();
  }

  @Override
  public Runnable play(SourceRun source) {
    String bell = source.data().path("bell").asText();
    BELLS.put(bell, source);
    return () -> BELLS.remove(bell, source);
  }
}
