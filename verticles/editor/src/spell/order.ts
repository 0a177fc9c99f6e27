import { edgesOf, type Graph } from './graph';

/**
 * The nodes in the order in which a run comes to them: each after those it is wired behind, and where that leaves a
 * choice, from left to right and from the top. What leads back, as from the body of a loop, does not count.
 */
export function runOrder(graph: Graph): readonly string[] {
  const after = new Map<string, string[]>();
  const open = new Map(Object.keys(graph.nodes).map((id) => [id, 0]));
  for (const { from, to } of edgesOf(graph)) {
    if (from !== to) {
      after.set(from, [...(after.get(from) ?? []), to]);
      open.set(to, (open.get(to) ?? 0) + 1);
    }
  }
  const waiting = [...open.keys()].sort((a, b) => fromLeft(graph, a, b));
  const order: string[] = [];
  while (waiting.length > 0) {
    // Where all wait for one another there is a cycle: it is entered at its left.
    const [id] = waiting.splice(Math.max(0, waiting.findIndex((one) => open.get(one) === 0)), 1);
    if (id !== undefined) {
      order.push(id);
      after.get(id)?.forEach((next) => open.set(next, (open.get(next) ?? 0) - 1));
    }
  }
  return order;
}

function fromLeft(graph: Graph, a: string, b: string): number {
  const [ax, ay] = graph.nodes[a]?.position ?? [0, 0];
  const [bx, by] = graph.nodes[b]?.position ?? [0, 0];
  return ax - bx || ay - by;
}
