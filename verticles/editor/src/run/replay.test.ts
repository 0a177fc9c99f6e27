import { describe, expect, it } from 'vitest';
import type { Json } from '../json';
import { readGraph } from '../spell/graph';
import type { RunEvent } from '../wire';
import type { RunPlugin, Step } from './plugin';
import { Overlay } from './plugins/overlay';
import { Console } from './plugins/console';
import { Playtest } from './plugins/playtest';
import { Timings } from './plugins/timings';
import { Replay } from './replay';
import { placeOf, readStep, scopesOf } from './steps';

interface Vector {
  readonly graph: Json;
  readonly events: readonly RunEvent[];
  readonly expected: {
    readonly started: readonly string[];
    readonly completed?: readonly { readonly step: string; readonly outputs: Json }[];
    /** What the engine gave each body. */
    readonly given: { readonly [step: string]: Json };
  };
}

const vectors = Object.entries(import.meta.glob<Vector>('./vectors/*.json', { eager: true, import: 'default' }));

class Recorder implements RunPlugin {
  readonly started: string[] = [];
  readonly completed: { step: string; outputs: Json }[] = [];
  readonly given: Record<string, Json> = {};
  reset(): void {
    this.started.length = 0;
    this.completed.length = 0;
  }
  before(step: Step): void {
    if (step.attempt === 1) {
      this.started.push(step.step);
    }
  }
  after(step: Step, outputs: { readonly [key: string]: Json }): void {
    this.completed.push({ step: step.step, outputs });
    this.given[step.step] = step.inputs();
  }
}

describe('the replay of real runs', () => {
  it('has runs to be held to', () => expect(vectors.length).toBeGreaterThanOrEqual(5));

  it.each(vectors)('%s: comes to the same steps in the same order, with the same inputs', (_, { graph, events, expected }) => {
    const recorder = new Recorder();
    new Replay([recorder], readGraph(graph)).tell(events);

    expect(recorder.started).toEqual([...new Set(expected.started)]);
    expect(recorder.completed).toEqual(expected.completed ?? []);
    for (const [step, given] of Object.entries(expected.given)) {
      // Of a sub-spell's own graph a page knows nothing.
      if (readStep(step).spells.length === 0 && recorder.given[step] !== undefined) {
        expect(recorder.given[step], step).toEqual(given);
      }
    }
  });

  it.each(vectors)('%s: is the same event by event as all at once, and again after going back', (_, { graph, events }) => {
    const atOnce = plugins();
    new Replay(Object.values(atOnce), readGraph(graph)).tell(events);
    const stepwise = plugins();
    const replay = new Replay(Object.values(stepwise), readGraph(graph));
    events.forEach((__, at) => replay.tell(events, at + 1));
    replay.tell(events, 2);
    replay.tell(events);

    expect(seen(stepwise)).toEqual(seen(atOnce));
    expect(replay.seq).toBe(events.length);
  });
});

describe('the overlay', () => {
  const { graph, events } = vectors.find(([name]) => name.includes('nested-loops'))?.[1] as Vector;

  it('counts how often a node ran over all iterations', () => {
    const overlay = new Overlay();
    new Replay([overlay], readGraph(graph)).tell(events);

    expect(overlay.nodes.get('4')?.times).toBe(6);
    expect(overlay.nodes.get('4')?.status).toBe('done');
  });

  it('tells only what changed since it was looked at', () => {
    const overlay = new Overlay();
    const replay = new Replay([overlay], readGraph(graph));
    replay.reset();
    replay.tell(events, 3);
    overlay.take();
    replay.tell(events, 4);

    expect(overlay.take().changed.size).toBe(1);
  });
});

it('a node whose outputs were taken over says so', () => {
  const overlay = new Overlay();
  const at = '2026-01-01T00:00:00Z';
  const replay = new Replay([overlay]);
  replay.reset();
  replay.tell([
    { kind: 'started', seq: 1, at, inputs: {} },
    { kind: 'node.started', seq: 2, at, node: '1', type: 'input', step: '1' },
    { kind: 'node.completed', seq: 3, at, node: '1', step: '1', outputs: { output: 'kept' }, fired: [], ms: 0, cached: true },
  ], 3);
  expect(overlay.nodes.get('1')).toMatchObject({ status: 'done', instead: 'cached', outputs: { output: 'kept' } });
});

describe('names of steps', () => {
  it('are read as loops and sub-spells', () => {
    expect(readStep('7/5[2]/12')).toEqual({ node: '12', spells: ['7'], scope: '7/5[2]/', loops: [{ node: '5', index: 2, scope: '7/' }] });
    expect(placeOf(readStep('7/5[2]/12'))).toBe('7/12');
  });

  it('say where sources may have run', () => {
    expect(scopesOf(readStep('5[2]/6[0]/12'))).toEqual(['5[2]/6[0]/', '5[2]/', '']);
    expect(scopesOf(readStep('5[2]/7/12'))).toEqual(['5[2]/7/']);
  });
});

function plugins() {
  return { overlay: new Overlay(), console: new Console(), timings: new Timings(), playtest: new Playtest() };
}

function seen({ overlay, console, timings, playtest }: ReturnType<typeof plugins>) {
  return {
    nodes: [...overlay.nodes].map(([place, { inputs, seq, ...rest }]) => [place, rest, inputs()]),
    lines: console.lines, timings: timings.list(), said: playtest.list(),
  };
}
