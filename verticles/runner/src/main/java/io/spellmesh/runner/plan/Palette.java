package io.spellmesh.runner.plan;

import io.spellmesh.contract.node.NodeTypeInfo;
import io.spellmesh.engine.plan.PlanCompiler;
import java.util.List;

/** The node types there are at one moment, and the plans that were compiled with them. */
public record Palette(PlanCompiler compiler, PlanCache plans, List<NodeTypeInfo> infos) {}
