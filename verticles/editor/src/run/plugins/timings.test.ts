import { expect, it } from 'vitest';
import type { RunEvent, RunEventUsage } from '../../wire';
import { Replay, STRIDE } from '../replay';
import { Timings, usedBy } from './timings';

const at = '2026-11-22T10:00:00.000Z';
const small: RunEventUsage = { model: 'small', promptTokens: 100, answerTokens: 10, cost: 0.25 };
const unpriced: RunEventUsage = { model: 'own', promptTokens: 7, answerTokens: 3 };

/** Steps one after the other, each with what it used. */
function run(...steps: readonly [step: string, usage?: RunEventUsage][]): RunEvent[] {
  const parts = steps.flatMap(([step, usage]) => {
    const node = step.split('/').at(-1) ?? '';
    return [
      { kind: 'node.started' as const, node, step, type: 'generate-text' },
      { kind: 'node.completed' as const, node, step, outputs: {}, fired: [], ms: 5, ...(usage ? { usage } : {}) },
    ];
  });
  return [{ kind: 'started', seq: 1, at, inputs: {} }, ...parts.map((part, index) => ({ ...part, seq: index + 2, at }))];
}

const told = (events: readonly RunEvent[]) => {
  const timings = new Timings();
  new Replay([timings]).tell(events);
  return timings;
};

it('adds up what a node used over all its iterations, and what all of them did', () => {
  const timings = told(run(['1'], ['5[0]/12', small], ['5[1]/12', small], ['5[2]/12', unpriced], ['9', unpriced])).list();

  expect(Object.fromEntries(timings.map(({ place, used }) => [place, used]))).toEqual({
    1: undefined,
    12: { promptTokens: 207, answerTokens: 23, cost: 0.5, ofUnknownCost: 1 },
    9: { promptTokens: 7, answerTokens: 3, ofUnknownCost: 1 },
  });
  expect(usedBy(timings)).toEqual({ promptTokens: 214, answerTokens: 26, cost: 0.5, ofUnknownCost: 2 });
});

it('says nothing of runs that used no model', () => {
  const timings = told(run(['1'], ['2'])).list();

  expect(timings.map(({ used }) => used)).toEqual([undefined, undefined]);
  expect(usedBy(timings)).toBeUndefined();
});

it('a cost of nothing is one that is known', () => {
  expect(usedBy(told(run(['1', { ...small, cost: 0 }])).list())?.cost).toBe(0);
});

it('is after going back what it was there', () => {
  const events = run(...Array.from({ length: STRIDE }, (_, index) => [`5[${index}]/12`, small] as [string, RunEventUsage]));
  const timings = new Timings();
  const replay = new Replay([timings]);
  replay.tell(events);
  replay.tell(events, STRIDE + 2);

  expect(timings.list()).toEqual(told(events.slice(0, STRIDE + 2)).list());
  expect(usedBy(timings.list())?.promptTokens).toBe(100 * (STRIDE / 2));
});
