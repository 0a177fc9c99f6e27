import { moveNodes, type Point } from '../spell/edit';
import { edit } from '../stores/documents';
import type { CanvasEdge, CanvasNode } from './elements';
import type { LayoutAnswer, LayoutAsk } from './layout.worker';

/** Lays out what is selected, or all; one step. */
export async function tidy(spell: string, nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): Promise<void> {
  const chosen = nodes.filter((node) => node.selected && node.type === 'spell');
  const laid = chosen.length > 1 ? chosen : nodes.filter((node) => node.type === 'spell');
  const ids = new Set(laid.map(({ id }) => id));
  const corner: Point = [Math.min(...laid.map(({ position }) => position.x)), Math.min(...laid.map(({ position }) => position.y))];
  const moved = await tidied({
    nodes: laid.map(({ id, measured }) => ({ id, width: measured?.width ?? 220, height: measured?.height ?? 120 })),
    edges: edges.filter(({ source, target }) => ids.has(source) && ids.has(target)).map(({ source, target }) => ({ from: source, to: target })),
  }, corner);
  edit(spell, (graph) => moveNodes(graph, moved));
}

/** Where nodes would lie orderly. It is worked out beside the page, which goes on being drawn. */
function tidied(ask: LayoutAsk, corner: Point): Promise<ReadonlyMap<string, Point>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<LayoutAnswer>) => {
      worker.terminate();
      resolve(new Map(event.data.map(({ id, x, y }) =>
        [id, [Math.round(x + corner[0]), Math.round(y + corner[1])] as const])));
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(`The nodes could not be laid out: ${event.message}`));
    };
    worker.postMessage(ask);
  });
}
