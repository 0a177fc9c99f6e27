package io.spellmesh.gateway.template;

import java.util.List;
import java.util.Optional;

/** What there is to begin with. */
public record TemplatePage(List<Template> items) {
  public TemplatePage {
    items = List.copyOf(items);
  }

  /**
   * @param about what it shows, in a sentence or two
   * @param group under which heading it belongs
   */
  public record Template(String id, String name, Optional<String> about, Optional<String> group) {}
}
