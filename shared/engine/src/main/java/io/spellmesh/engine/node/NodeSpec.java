package io.spellmesh.engine.node;

import java.util.ArrayList;
import java.util.List;

/**
 * What there is to know of a node type without running it.
 *
 * @param type    stable kebab-case name
 * @param title   the last name people knew it by; saved spells have it too
 * @param aliases older names
 * @param waits   whether the body may wait; one that does not runs inline and must be bounded
 */
public record NodeSpec(String type, String title, String group, String help, List<Alias> aliases,
    List<Input<?>> inputs, List<Output> outputs, List<Control> controls, Effect effect, boolean waits,
    Role role) {
  public NodeSpec {
    if (!type.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("type is '" + type + "', must be kebab-case");
    }
    aliases = List.copyOf(aliases);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    controls = List.copyOf(controls);
  }

  /**
   * Every name a saved node of this type may have, in the order to try them: the aliases, then title and
   * type. A title that an alias repeats is that alias, not one more name.
   */
  public List<Alias> names() {
    List<Alias> names = new ArrayList<>(aliases);
    for (String own : List.of(title, type)) {
      if (names.stream().noneMatch(known -> known.name().equals(own))) {
        names.add(Alias.of(own));
      }
    }
    return List.copyOf(names);
  }

  public static Builder of(String type, String title) {
    return new Builder(type, title);
  }

  /** Collects a specification in the order of the card. */
  public static final class Builder {
    private final String type;
    private final String title;
    private String group = "Other";
    private String help = "";
    private final List<Alias> aliases = new ArrayList<>();
    private final List<Input<?>> inputs = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private Effect effect = Effect.UNSAFE;
    private boolean waits;
    private Role role = new Role.Plain();

    private Builder(String type, String title) {
      this.type = type;
      this.title = title;
    }

    public Builder group(String palette) {
      group = palette;
      return this;
    }

    public Builder help(String sentence) {
      help = sentence;
      return this;
    }

    public Builder alias(String name) {
      return alias(Alias.of(name));
    }

    public Builder alias(Alias alias) {
      aliases.add(alias);
      return this;
    }

    public Builder in(Input<?>... sockets) {
      inputs.addAll(List.of(sockets));
      return this;
    }

    public Builder out(Output... sockets) {
      outputs.addAll(List.of(sockets));
      return this;
    }

    public Builder control(Control... settings) {
      controls.addAll(List.of(settings));
      return this;
    }

    /** Nothing said is {@link Effect#UNSAFE}. */
    public Builder effect(Effect what) {
      effect = what;
      return this;
    }

    public Builder waits() {
      waits = true;
      return this;
    }

    public Builder role(Role what) {
      role = what;
      return this;
    }

    public NodeSpec build() {
      return new NodeSpec(type, title, group, help, aliases, inputs, outputs, controls, effect, waits, role);
    }
  }
}
