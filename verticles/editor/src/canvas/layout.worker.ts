import { Graph, layout } from '@dagrejs/dagre';

/** What is to be laid out: sizes of nodes, and the wires between them. */
export interface LayoutAsk {
  readonly nodes: readonly { readonly id: string; readonly width: number; readonly height: number }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

export type LayoutAnswer = readonly { readonly id: string; readonly x: number; readonly y: number }[];

addEventListener('message', (event: MessageEvent<LayoutAsk>) => {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 90, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  event.data.nodes.forEach(({ id, width, height }) => graph.setNode(id, { width, height }));
  event.data.edges.forEach(({ from, to }) => graph.setEdge(from, to));
  layout(graph);
  const answer: LayoutAnswer = event.data.nodes.map(({ id, width, height }) => {
    const at = graph.node(id) as { x: number; y: number };
    return { id, x: at.x - width / 2, y: at.y - height / 2 };
  });
  postMessage(answer);
});
