package io.spellmesh.nodes.text;

import com.github.jknack.handlebars.ValueResolver;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows a name of a path into a value. Only JSON has anything to find; the library adds its own names. */
final class SeenResolver implements ValueResolver {
  private final Rendering rendering;

  SeenResolver(Rendering rendering) {
    this.rendering = rendering;
  }

  @Override
  public Object resolve(Object context, String name) {
    rendering.step();
    return switch (context) {
      case Seen.Fields fields -> fields.find(name).orElse(UNRESOLVED);
      case List<?> list when name.equals("length") -> list.size();
      case String text when name.equals("length") -> text.length();
      default -> UNRESOLVED;
    };
  }

  @Override
  public Object resolve(Object context) {
    return UNRESOLVED;
  }

  @Override
  public Set<Map.Entry<String, Object>> propertySet(Object context) {
    return Set.of();
  }
}
