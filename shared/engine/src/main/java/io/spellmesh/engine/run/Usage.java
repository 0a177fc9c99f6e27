package io.spellmesh.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.spellmesh.contract.FailureCode;
import io.spellmesh.engine.node.NodeFailure;
import io.spellmesh.engine.node.Result;
import io.spellmesh.engine.plan.PlanNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run has used so far of what it may; ends it when that is too much. */
final class Usage {
  private final Limits limits;
  private final Ending ending;
  private int steps;
  private long outputBytes;

  Usage(Limits limits, Ending ending) {
    this.limits = limits;
    this.ending = ending;
  }

  /** One more step or iteration. */
  void step() {
    if (++steps > limits.steps()) {
      refuseSteps();
    }
  }

  private void refuseSteps() {
    ending.fail(FailureCode.UNPROCESSABLE,
        "the run took more than " + limits.steps() + " steps, which is the limit");
  }

  /** @throws NodeFailure if one of the values is too large, or none that JSON has */
  Map<String, JsonNode> admit(PlanNode node, Map<String, JsonNode> outputs) {
    if (outputs.isEmpty()) {
      return outputs;
    }
    Map<String, JsonNode> admitted = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> output : outputs.entrySet()) {
      Admission admission = new Admission();
      admitted.put(output.getKey(), admission.admit(output.getValue()));
      if (admission.bytes() > limits.valueBytes()) {
        throw new NodeFailure("gave " + admission.bytes() + " bytes at '" + output.getKey() + "', at most "
            + limits.valueBytes() + " are allowed");
      }
      outputBytes += admission.bytes();
    }
    if (outputBytes > limits.outputBytes()) {
      ending.fail(FailureCode.UNPROCESSABLE, "the run's outputs are more than " + limits.outputBytes()
          + " bytes together, which is the limit; the last were those of " + node.described());
    }
    return admitted;
  }

  /**
   * Elements are not counted with the outputs: mostly they are parts of one. A loop with more of them than
   * there are steps left is not begun, however few would fit, and is not copied either.
   */
  Result.Iterations admit(Result.Iterations iterations) {
    if (iterations.elements().size() > limits.steps() - steps) {
      refuseSteps();
      return new Result.Iterations(List.of(), iterations.concurrency());
    }
    Admission admission = new Admission();
    List<JsonNode> elements = new ArrayList<>(iterations.elements().size());
    iterations.elements().forEach(element -> elements.add(admission.admit(element)));
    if (admission.bytes() > limits.valueBytes()) {
      throw new NodeFailure("goes through " + admission.bytes() + " bytes, at most "
          + limits.valueBytes() + " are allowed");
    }
    return new Result.Iterations(elements, iterations.concurrency());
  }
}
