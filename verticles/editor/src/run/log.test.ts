import { describe, expect, it } from 'vitest';
import type { RunEvent, RunGroup } from '../wire';
import { RunLog } from './log';

const run = '11111111-1111-4111-8111-111111111111';
const at = '2026-11-22T10:00:00.000Z';

function started(seq: number, step = String(seq)): RunEvent {
  return { kind: 'node.started', seq, at, node: step, step, type: 'echo' };
}

function group(epoch: number, ...events: RunEvent[]): RunGroup {
  return { run, epoch, events };
}

describe('the log of a run', () => {
  it('takes fifty events in any order, with gaps filled by since, each once', () => {
    const all = Array.from({ length: 50 }, (_, index) => started(index + 1));
    const log = new RunLog();
    let asked = 0;
    const shuffled = all.toSorted((a, b) => (a.seq * 37) % 50 - (b.seq * 37) % 50).concat(all.slice(3, 9));
    for (const event of shuffled) {
      if (!log.take(group(1, event)).isWhole) {
        asked++;
        log.takeAnswer({ groups: [group(1, ...all.slice(log.last, event.seq))], more: false, reset: false, head: { run, epoch: 1, tail: 50, status: 'running' } });
      }
    }

    expect(log.events.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq));
    expect(asked).toBeGreaterThan(0);
  });

  it('notices a lost last event by the head', () => {
    const log = new RunLog();
    log.take(group(1, started(1)));

    expect(log.take({ run, epoch: 1, tail: 1, status: 'running' }).isWhole).toBe(true);
    expect(log.take({ run, epoch: 1, tail: 2, status: 'completed' }).isWhole).toBe(false);
  });

  it('drops what an owner that was taken over wrote after that', () => {
    const log = new RunLog();
    log.take(group(1, started(1), started(2), started(3)));
    const taken = log.take(group(2, { kind: 'resumed', seq: 3, at }));

    expect(taken.rewound).toBe(true);
    expect(log.events.map(({ kind }) => kind)).toEqual(['node.started', 'node.started', 'resumed']);
    expect(log.take(group(1, started(4))).isWhole).toBe(true);
    expect(log.last).toBe(3);
  });

  it('begins anew where it is told to', () => {
    const log = new RunLog();
    log.take(group(3, started(1)));
    const taken = log.takeAnswer({ groups: [], more: false, reset: true, head: { run, epoch: 1, tail: 1, status: 'running' } });

    expect(taken).toMatchObject({ rewound: true, more: true });
    expect(log.last).toBe(0);
  });

  it('puts pieces of text together, asks for lost ones, and lets them go when the whole is there', () => {
    const log = new RunLog();
    const part = (n: number, text: string) => ({ run, epoch: 1, parts: [{ node: '1', step: '1', socket: 'result', n, text }] });
    expect(log.take(part(1, 'early')).isWhole).toBe(false);
    log.take(group(1, started(1)));
    expect(log.take(part(1, 'Hel')).isWhole).toBe(true);
    expect(log.take(part(1, 'Hel')).isWhole).toBe(true);
    expect(log.take(part(3, 'world')).isWhole).toBe(false);
    log.takeAnswer({
      groups: [], more: false, reset: false, head: { run, epoch: 1, tail: 1, status: 'running' },
      texts: [{ node: '1', step: '1', socket: 'result', n: 3, text: 'Hello world' }],
    });
    log.take(part(4, '!'));
    expect([...log.texts.values()].map(({ text }) => text)).toEqual(['Hello world!']);

    log.take(group(1, { kind: 'node.completed', seq: 2, at, node: '1', step: '1', outputs: { result: 'Hello world!' }, fired: [], ms: 1 }));
    expect(log.texts.size).toBe(0);
    expect(log.take(part(5, 'late')).isWhole).toBe(true);
    expect(log.texts.size).toBe(0);
  });

  it('goes on with a step whose last answer came by since', () => {
    const log = new RunLog();
    log.takeAnswer({
      groups: [group(1, started(1))], more: false, reset: false, head: { run, epoch: 1, tail: 1, status: 'running' },
      texts: [{ node: '1', step: '1', socket: 'result', n: 7, text: 'so far' }],
    });
    expect(log.take({ run, epoch: 1, parts: [{ node: '1', step: '1', socket: 'result', n: 8, text: ', so good' }] }).isWhole).toBe(true);
    expect([...log.texts.values()][0]?.text).toBe('so far, so good');
  });
});
