import type { Point } from '../spell/edit';
import type { LayoutAnswer, LayoutAsk } from './layout.worker';

/** Where nodes would lie orderly. It is worked out beside the page, which goes on being drawn. */
export function tidied(ask: LayoutAsk, corner: Point): Promise<ReadonlyMap<string, Point>> {
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
