import { create } from 'zustand';
import { scrubTo, useStage } from './stage';

/** So long an event is looked at, and no longer all of them together. */
const EACH_MS = 120;
const ALL_MS = 8_000;

/** Whether the shown run is gone through by itself. */
export const useReplaying = create<{ readonly isReplaying: boolean }>(() => ({ isReplaying: false }));

/**
 * Shows the run once more from its beginning, each node with what it gave: nothing runs, and no server is asked.
 * Whoever moves in the run meanwhile, or shows another, ends it.
 */
export function replayShown(): void {
  const { run, tail } = useStage.getState();
  const ms = Math.min(ALL_MS, tail * EACH_MS);
  const begin = performance.now();
  let at = 0;
  scrubTo(at);
  useReplaying.setState({ isReplaying: true });
  requestAnimationFrame(function next(now) {
    const { run: shown, upTo } = useStage.getState();
    if (shown !== run || upTo !== at) {
      useReplaying.setState({ isReplaying: false });
      return;
    }
    if (now - begin >= ms) {
      scrubTo(undefined);
      useReplaying.setState({ isReplaying: false });
      return;
    }
    const due = Math.max(at, Math.floor((tail * (now - begin)) / ms));
    if (due > at) {
      at = due;
      scrubTo(at);
    }
    requestAnimationFrame(next);
  });
}
