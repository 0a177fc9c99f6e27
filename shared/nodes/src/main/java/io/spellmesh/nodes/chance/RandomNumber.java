package io.spellmesh.nodes.chance;

import io.spellmesh.engine.node.Control;
import io.spellmesh.engine.node.Effect;
import io.spellmesh.engine.node.Input;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.NodeRun;
import io.spellmesh.engine.node.NodeSpec;
import io.spellmesh.engine.node.NodeType;
import io.spellmesh.engine.node.Output;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.node.SocketType;
import io.spellmesh.engine.node.Values;
import java.util.random.RandomGenerator;

/** Gives a number, by chance. */
public final class RandomNumber implements NodeType {
  /** Every whole number up to here is one that JSON and JavaScript hold exactly. */
  private static final double FARTHEST = (1L << 53) - 1;

  static final Input<Void> TRIGGER = Input.trigger("trigger");
  static final Input<Double> FROM = Input.number("min");
  static final Input<Double> TO = Input.number("max");
  static final Input<String> SEED = Input.text("seed");
  static final Output DONE = Output.trigger("trigger");
  static final Output NUMBER = Output.of("output", SocketType.NUMBER);
  static final Control.Number MIN = new Control.Number("min", "From", 1, -FARTHEST, FARTHEST);
  static final Control.Number MAX = new Control.Number("max", "To", 6, -FARTHEST, FARTHEST);
  static final Control.Toggle WHOLE = new Control.Toggle("whole", "Whole numbers only", true);
  static final Control.Text OWN_SEED =
      new Control.Text("seed", "Seed (the same gives the same number)", "");

  @Override
  public NodeSpec spec() {
    return NodeSpec.of("random-number", "Random Number").group("Chance")
        .help("Gives a number by chance, from one to another: with whole numbers both are among them. With a "
            + "seed it is always the same one.")
        .in(TRIGGER, FROM, TO, SEED).out(DONE, NUMBER).control(MIN, MAX, WHOLE, OWN_SEED)
        .effect(Effect.PURE).build();
  }

  @Override
  public Result run(NodeRun run) {
    double from = run.find(FROM).orElseGet(() -> run.control(MIN));
    double to = run.find(TO).orElseGet(() -> run.control(MAX));
    String seed = run.find(SEED).orElseGet(() -> run.control(OWN_SEED));
    RandomGenerator chance = seed.isEmpty() ? Chance.of(run) : Chance.seeded(seed);
    return Result.of(NUMBER, Values.number(run.control(WHOLE) ? whole(chance, from, to)
        : from == to ? from : chance.nextDouble(from, ordered(from, to))));
  }

  private static double whole(RandomGenerator chance, double from, double to) {
    long first = (long) Math.ceil(Math.clamp(from, -FARTHEST, FARTHEST));
    long last = (long) Math.floor(Math.clamp(ordered(from, to), -FARTHEST, FARTHEST));
    if (first > last) {
      throw new NodeFailure("there is no whole number from " + from + " to " + to);
    }
    return chance.nextLong(first, last + 1);
  }

  private static double ordered(double from, double to) {
    if (from > to) {
      throw new NodeFailure("from is " + Values.number(from) + " and to is " + Values.number(to)
          + ", must be the other way round");
    }
    return to;
  }
}
