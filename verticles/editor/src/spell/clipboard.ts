import { connect, addNode, freeId, type Point } from './edit';
import { edgesOf, readGraph, type Graph } from './graph';
import type { Json } from '../json';

const FORMAT = 'spellmesh/nodes';

/** Some nodes and the wires between them, as a text for the system's clipboard. */
export function copied(graph: Graph, ids: ReadonlySet<string>): string {
  const nodes = Object.fromEntries(Object.entries(graph.nodes).filter(([id]) => ids.has(id)));
  return JSON.stringify({ format: FORMAT, graph: { nodes } }, null, 2);
}

/** Whether a text is one that can be pasted: nodes that were copied, or a whole spell. */
export function pastedGraph(text: string): Graph | undefined {
  try {
    const read = JSON.parse(text) as { graph?: Json; nodes?: Json };
    const graph = read.graph ?? (read.nodes === undefined ? undefined : read as Json);
    return graph === undefined ? undefined : readGraph(graph);
  } catch {
    return undefined;
  }
}

/** Adds the nodes under new ids, with the wires that are between them. @param at where their top left corner goes */
export function paste(graph: Graph, pasted: Graph, at: Point): { graph: Graph; ids: ReadonlySet<string> } {
  const nodes = Object.entries(pasted.nodes);
  const left = Math.min(...nodes.map(([, node]) => node.position[0]));
  const top = Math.min(...nodes.map(([, node]) => node.position[1]));
  const renamed = new Map<string, number>();
  let next = freeId(graph);
  nodes.forEach(([id]) => renamed.set(id, next++));
  const added = nodes.reduce((changed, [id, node]) => addNode(changed, {
    ...node, id: renamed.get(id) ?? id, inputs: {}, outputs: {},
    position: [node.position[0] - left + at[0], node.position[1] - top + at[1]],
  }), graph);
  const wired = edgesOf(pasted).reduce((changed, edge) => connect(changed, {
    ...edge, from: String(renamed.get(edge.from)), to: String(renamed.get(edge.to)),
  }), added);
  return { graph: wired, ids: new Set([...renamed.values()].map(String)) };
}
