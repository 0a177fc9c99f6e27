import { describe, expect, it } from 'vitest';
import { Seeded, seeds } from '../testing/seeded';
import type { RunEvent, RunGroup } from '../wire';
import { RunLog } from './log';

const run = '11111111-1111-4111-8111-111111111111';
const at = '2026-11-22T10:00:00.000Z';

function events(count: number): RunEvent[] {
  return Array.from({ length: count }, (_, index) => ({ kind: 'node.started', seq: index + 1, at, node: 'n', step: `n[${index}]`, type: 'echo' }));
}

/** As the journal has them: in groups, in order. */
function groupsOf(all: readonly RunEvent[], random: Seeded): RunGroup[] {
  const groups: RunGroup[] = [];
  for (let from = 0; from < all.length;) {
    const to = from + 1 + random.below(6);
    groups.push({ run, epoch: 1, events: all.slice(from, to) });
    from = to;
  }
  return groups;
}

/** What the server says to since: all after it, as far as things are. */
function since(all: readonly RunEvent[], log: RunLog): ReturnType<RunLog['takeAnswer']> {
  return log.takeAnswer({
    groups: [{ run, epoch: 1, events: all.slice(log.last) }], more: false, reset: false, head: { run, epoch: 1, tail: all.length, status: 'running' },
  });
}

describe('the log of a run', () => {
  it.each(seeds(100))('has each event once and in order, whatever the bus does to the groups (seed %i)', (seed) => {
    const random = new Seeded(seed);
    const all = events(20 + random.below(60));
    const groups = groupsOf(all, random);
    const kept = groups.filter(() => random.below(5) > 0);
    const doubled = [...kept, ...kept.filter(() => random.below(3) === 0)];
    const log = new RunLog();
    for (const group of random.shuffled(doubled)) {
      if (!log.take(group).isWhole) {
        since(all.slice(0, Math.max(log.last, group.events.at(-1)?.seq ?? 0)), log);
      }
      expect(log.events.map(({ seq }) => seq)).toEqual(all.slice(0, log.last).map(({ seq }) => seq));
    }
    if (!log.take({ run, epoch: 1, tail: all.length, status: 'running' }).isWhole) {
      since(all, log);
    }

    expect(log.events).toEqual(all);
  });

  it.each(seeds(40))('asks for nothing where groups only come twice or late, and once for each gap (seed %i)', (seed) => {
    const random = new Seeded(seed);
    const all = events(60);
    const groups = groupsOf(all, random);
    const log = new RunLog();
    let gaps = 0;
    let asked = 0;
    let isMissing = false;
    for (const [place, group] of groups.entries()) {
      const isLost = place > 0 && place < groups.length - 1 && random.below(4) === 0;
      if (isLost) {
        gaps += isMissing ? 0 : 1;
      } else {
        const again = groups[random.below(place + 1)];
        if (!log.take(group).isWhole) {
          asked++;
          since(all.slice(0, group.events.at(-1)?.seq ?? 0), log);
        }
        expect(again === undefined || again === group || (again.events.at(-1)?.seq ?? 0) > log.last || log.take(again).isWhole).toBe(true);
      }
      isMissing = isLost;
    }

    expect(asked).toBe(gaps);
    expect(log.events).toEqual(all);
  });
});
