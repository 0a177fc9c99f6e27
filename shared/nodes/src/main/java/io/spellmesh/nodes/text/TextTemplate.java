package io.spellmesh.nodes.text;

import com.fasterxml.jackson.databind.node.TextNode;
import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;

/** Fills the values at its sockets into a text. */
public final class TextTemplate implements NodeType {
  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Output DONE = Output.trigger("trigger");
  static final Output TEXT = Output.text("prompt")
      .help("The template with the values in it.");
  static final Control.Code TEMPLATE = new Control.Code("fewshot", "Template", "", "handlebars")
      .help("Text in which {{name}} is replaced by the value at the socket of that name. Handlebars: "
          + "{{#if}}, {{#each}} and so on.");
  static final Control.Sockets INPUTS = new Control.Sockets("inputs", "Values", SocketType.ANY)
      .help("Sockets whose values the template may name.");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("text-template", "Text Template").group("Text")
        .help("Gives the template with each {{name}} replaced by the value at the socket of that name. "
            + "Handlebars' if, unless, each, with and lookup are known.")
        .alias("Prompt Template")
        .in(TRIGGER).out(DONE, TEXT).control(TEMPLATE, INPUTS).effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    String text = Template.of(run.control(TEMPLATE)).filled(run);
    return Result.of(TEXT, TextNode.valueOf(text));
  }
}
