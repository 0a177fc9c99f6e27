import { useSelection } from '../stores/selection';
import type { CanvasEdge, CanvasNode } from './elements';

/** Where an arrow key leads from the selected node: along its wires, or to its neighbour above or below. */
export function walked(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[], way: 'left' | 'right' | 'up' | 'down'): ReadonlySet<string> {
  const [from] = useSelection.getState().nodes;
  const start = nodes.find(({ id }) => id === from);
  if (!start) {
    const first = nodes.filter(({ type }) => type === 'spell').toSorted((a, b) => a.position.x - b.position.x)[0];
    return new Set(first ? [first.id] : []);
  }
  if (way === 'left' || way === 'right') {
    const next = edges.filter((edge) => (way === 'right' ? edge.source : edge.target) === start.id)
      .map((edge) => way === 'right' ? edge.target : edge.source)
      .toSorted((a, b) => distance(nodes, start, a) - distance(nodes, start, b))[0];
    return new Set(next === undefined ? [] : [next]);
  }
  const sign = way === 'down' ? 1 : -1;
  const next = nodes.filter((node) => node.type === 'spell' && (node.position.y - start.position.y) * sign > 8)
    .toSorted((a, b) => distance(nodes, start, a.id) - distance(nodes, start, b.id))[0];
  return new Set(next ? [next.id] : []);
}

/** The nodes, and all that their wires lead to, or all that leads to them. */
export function reached(edges: readonly Pick<CanvasEdge, 'source' | 'target'>[], from: readonly string[], way: 'left' | 'right'): ReadonlySet<string> {
  const found = new Set(from);
  // What is added while a set is gone through is gone through too.
  for (const id of found) {
    edges.forEach(({ source, target }) => {
      if ((way === 'right' ? source : target) === id) {
        found.add(way === 'right' ? target : source);
      }
    });
  }
  return found;
}

function distance(nodes: readonly CanvasNode[], from: CanvasNode, to: string): number {
  const node = nodes.find(({ id }) => id === to);
  return node ? Math.hypot(node.position.x - from.position.x, node.position.y - from.position.y) : Infinity;
}
