// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { hearRun, KEPT, lookAt, useRuns } from './runs';

const at = '2026-11-22T10:00:00.000Z';
const idOf = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

function hear(run: string, hasEnded: boolean): void {
  hearRun('s', { run, epoch: 1, events: [
    { kind: 'started', seq: 1, at, inputs: {} }, ...(hasEnded ? [{ kind: 'completed', seq: 2, at, outputs: {}, ms: 1 }] : []),
  ] });
}

it('of the ended runs of a spell that is played the newest are kept, and whatever goes on or is looked at', () => {
  lookAt(() => idOf(3));
  hear(idOf(1), false);
  for (let nth = 2; nth < 3 * KEPT; nth++) {
    hear(idOf(nth), true);
  }
  const kept = useRuns.getState().bySpell['s'] ?? [];

  expect(kept.slice(0, 2)).toEqual([idOf(1), idOf(3)]);
  expect(kept.length).toBeLessThanOrEqual(KEPT + 3);
  expect(kept.at(-1)).toBe(idOf(3 * KEPT - 1));
  expect(Object.keys(useRuns.getState().runs).sort()).toEqual([...kept].sort());
});
