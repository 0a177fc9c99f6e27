import { connect, addNode, freeId, type Point } from './edit';
import { edgesOf, readGraph, type Graph } from './graph';
import type { Json } from '../json';

const FORMAT = 'spellmesh/nodes';

/** Some nodes and their wires, as a text for the system's clipboard. @param spell the one they are of */
export function copied(graph: Graph, ids: ReadonlySet<string>, spell?: string): string {
  const nodes = Object.fromEntries(Object.entries(graph.nodes).filter(([id]) => ids.has(id)));
  return JSON.stringify({ format: FORMAT, ...(spell === undefined ? {} : { spell }), graph: { nodes } }, null, 2);
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

/** Whether a text is of nodes that were copied from that spell. */
export function isCopiedFrom(text: string, spell: string): boolean {
  try {
    return (JSON.parse(text) as { spell?: Json }).spell === spell;
  } catch {
    return false;
  }
}

/**
 * Adds the nodes under new ids, with the wires that are between them.
 *
 * @param at where their top left corner goes
 * @param incoming whether they also read from the nodes of this graph that they read from where they were copied
 */
export function paste(graph: Graph, pasted: Graph, at: Point, incoming = false): { graph: Graph; ids: ReadonlySet<string> } {
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
  return { graph: incoming ? withIncoming(wired, graph, pasted, renamed) : wired, ids: new Set([...renamed.values()].map(String)) };
}

function withIncoming(wired: Graph, graph: Graph, pasted: Graph, renamed: ReadonlyMap<string, number>): Graph {
  return Object.entries(pasted.nodes).reduce((changed, [id, node]) => Object.entries(node.inputs).reduce((one, [input, socket]) =>
    (socket.connections ?? []).filter((end) => end.output !== undefined && graph.nodes[String(end.node)] && !pasted.nodes[String(end.node)])
      .reduce((most, end) => connect(most, { from: String(end.node), output: end.output ?? '', to: String(renamed.get(id)), input }), one), changed), wired);
}
