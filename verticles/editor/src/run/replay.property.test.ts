import { describe, expect, it } from 'vitest';
import { readGraph } from '../spell/graph';
import { Seeded, seeds } from '../testing/seeded';
import type { RunEvent } from '../wire';
import { Console } from './plugins/console';
import { Overlay } from './plugins/overlay';
import { Playtest } from './plugins/playtest';
import { Recording } from './plugins/recording';
import { Timings } from './plugins/timings';
import { Replay, STRIDE } from './replay';

const at = '2026-11-22T10:00:00.000Z';
const edge = (node: number, key: 'output' | 'input', other: string) => ({ node, [key]: other, data: {} });
/** A list goes through a loop into an Echo, and on into an Output. */
const graph = readGraph({
  nodes: {
    2: { id: 2, name: 'Array Variable', data: {}, position: [0, 0], inputs: {}, outputs: { output: { connections: [edge(3, 'input', 'array')] } } },
    3: { id: 3, name: 'ForEach', data: {}, position: [0, 0], inputs: { array: { connections: [edge(2, 'output', 'output')] } }, outputs: { element: { connections: [edge(4, 'input', 'input')] } } },
    4: { id: 4, name: 'Echo', data: {}, position: [0, 0], inputs: { input: { connections: [edge(3, 'output', 'element')] } }, outputs: { output: { connections: [edge(5, 'input', 'input')] } } },
    5: { id: 5, name: 'Output', data: {}, position: [0, 0], inputs: { input: { connections: [edge(4, 'output', 'output')] } }, outputs: {} },
  },
});

/** A long run of it in which some steps fail and are tried again, and some wait for a person. */
function longRun(random: Seeded): RunEvent[] {
  const events: RunEvent[] = [];
  const add = (event: { kind: string } & Record<string, unknown>) => events.push({ seq: events.length + 1, at, ...event } as RunEvent);
  const done = (node: string, step: string, outputs: Record<string, unknown>) =>
    add({ kind: 'node.completed', node, step, outputs, fired: ['trigger'], ms: random.below(50) });
  const list = Array.from({ length: 500 + random.below(300) }, (_, index) => `element ${index}`);
  add({ kind: 'started', inputs: { given: 'it' } });
  add({ kind: 'node.started', node: '2', step: '2', type: 'array-variable' });
  done('2', '2', { output: list });
  add({ kind: 'node.started', node: '3', step: '3', type: 'for-each' });
  list.forEach((element, index) => {
    const step = `3[${index}]/4`;
    add({ kind: 'node.started', node: '4', step, type: 'echo' });
    if (random.below(9) === 0) {
      add({ kind: 'node.failed', node: '4', step, error: { code: 'INTERNAL', message: 'not yet' }, retryMs: 5 });
      add({ kind: 'node.started', node: '4', step, type: 'echo', attempt: 2 });
    } else if (random.below(9) === 0) {
      add({ kind: 'node.waiting', node: '4', step, reason: 'person', question: 'Is it so?' });
      add({ kind: 'node.answered', node: '4', step, value: 'yes' });
    }
    if (random.below(9) === 0) {
      add({ kind: 'node.log', node: '4', step, level: 'info', text: `at ${index}` });
    }
    done('4', step, { output: element });
    add({ kind: 'node.started', node: '5', step: `3[${index}]/5`, type: 'output' });
    done('5', `3[${index}]/5`, { output: element });
  });
  done('3', '3', {});
  add({ kind: 'completed', outputs: {}, ms: 100 });
  return events;
}

describe('going through a long run', () => {
  it.each(seeds(12))('shows at any event what the run from its beginning shows there (seed %i)', (seed) => {
    const random = new Seeded(seed);
    const events = longRun(random);
    expect(events.length).toBeGreaterThan(2 * STRIDE);
    const plugins = shown();
    const replay = new Replay(Object.values(plugins), graph);
    const marks = [0, 1, STRIDE - 1, STRIDE, STRIDE + 1, 2 * STRIDE, events.length];
    const places = random.shuffled([...marks, ...Array.from({ length: 12 }, () => random.below(events.length + 1))]);
    for (const upTo of places) {
      replay.tell(events, upTo);
      const fresh = shown();
      new Replay(Object.values(fresh), graph).tell(events, upTo);

      expect(replay.seq).toBe(upTo);
      expect(seen(plugins), `event ${upTo} of ${events.length}`).toEqual(seen(fresh));
    }
  });

  it('does not mark what a text under way was: nobody knows by which event it had come so far', () => {
    const events: RunEvent[] = [
      { kind: 'started', seq: 1, at, inputs: {} }, { kind: 'node.started', seq: 2, at, node: '4', step: '4', type: 'echo' },
      ...Array.from({ length: STRIDE }, (_, index): RunEvent => ({ kind: 'node.log', seq: index + 3, at, node: '4', step: '4', level: 'info', text: 'on' })),
    ];
    const overlay = new Overlay();
    const replay = new Replay([overlay]);
    replay.tell(events, 2);
    replay.tellText({ step: '4', node: '4', socket: 'result', n: 1, text: 'half' });
    replay.tell(events);
    replay.tell(events, STRIDE);

    expect(overlay.nodes.get('4')?.texts).toEqual({});
  });

  it('begins anew where what happened is no longer what was told', () => {
    const events = longRun(new Seeded(1));
    const timings = new Timings();
    const replay = new Replay([timings]);
    replay.tell(events);
    replay.reset();
    const others = events.map((event) => event.kind === 'node.completed' ? { ...event, ms: 7 } : event);
    replay.tell(others);
    replay.tell(others, STRIDE + 5);

    expect(timings.list().map(({ longestMs }) => longestMs)).toEqual([7, 7, 7]);
  });
});

function shown() {
  return { overlay: new Overlay(), console: new Console(), timings: new Timings(), playtest: new Playtest(), recording: new Recording() };
}

function seen({ overlay, console, timings, playtest, recording }: ReturnType<typeof shown>) {
  return {
    nodes: [...overlay.nodes].map(([place, { inputs, ...rest }]) => [place, rest, inputs()]),
    lines: [...console.lines], timings: timings.list(), totalMs: timings.totalMs, said: playtest.list(), recording: recording.file(),
  };
}
