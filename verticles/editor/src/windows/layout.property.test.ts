import { describe, expect, it } from 'vitest';
import type { Json } from '../json';
import { Seeded, seeds } from '../testing/seeded';
import { asOne, fold, isShown, join, MOST_STACKS, move, open, SIDES, usual, weigh, whereIs, type Goal, type Home, type Layout } from './layout';
import { storedLayout } from './storedLayout';

const HOMES: readonly Home[] = ['inspector', 'outline', 'playtest', 'runs', 'console', 'timings', 'events'].map((id, at) => ({ id, place: at < 4 ? 'right' : 'bottom' }));
const IDS = HOMES.map(({ id }) => id).toSorted();
const FIRST = 'inspector';

const all = (layout: Layout) => SIDES.flatMap((side) => layout[side].stacks.flatMap(({ windows }) => windows));
const rows = (layout: Layout) => SIDES.map((side) => layout[side].stacks.map(({ windows, open: front }) => windows.map((id) => id === front ? `[${id}]` : id).join(' ')));

function sound(layout: Layout, ids = IDS): void {
  expect(all(layout).toSorted()).toEqual(ids);
  for (const side of SIDES) {
    expect(layout[side].stacks.length).toBeLessThanOrEqual(MOST_STACKS);
    for (const { windows, open: front, weight } of layout[side].stacks) {
      expect(windows).toContain(front);
      expect(weight).toBeGreaterThan(0);
    }
  }
}

function any(random: Seeded): Goal {
  const id = random.one([FIRST, ...IDS]);
  switch (random.below(3)) {
    case 0: return { to: random.one(['right', 'bottom']) };
    case 1: return { beside: id, at: random.one(['before', 'after', 'end']) };
    default: return { split: id, at: random.one(['before', 'after']) };
  }
}

function changed(layout: Layout, random: Seeded): Layout {
  const id = random.one([FIRST, ...IDS]);
  const spot = whereIs(layout, id) ?? { side: 'right', stack: 0 };
  switch (random.below(7)) {
    case 0: return open(layout, id);
    case 1: return fold(layout, random.one(['right', 'bottom']), random.below(2) === 0);
    case 2: return join(layout, spot);
    case 3: return spot.stack > 0 ? weigh(layout, spot, (1 + random.below(8)) / 10) : layout;
    default: return move(layout, id, any(random));
  }
}

function after(random: Seeded, steps: number): Layout {
  let layout = usual(HOMES);
  for (let done = 0; done < steps; done++) {
    layout = changed(layout, random);
  }
  return layout;
}

describe('whatever is done with windows', () => {
  it.each(seeds(40))('none is lost and none is doubled (seed %i)', (seed) => {
    const random = new Seeded(seed);
    let layout = usual(HOMES);
    for (let done = 0; done < 50; done++) {
      layout = changed(layout, random);
      sound(layout);
      sound(asOne(layout));
      expect(asOne(layout).right.isFolded).toBe(IDS.every((id) => !isShown(layout, id)));
    }
  });

  it.each(seeds(30))('one that is moved or opened is seen (seed %i)', (seed) => {
    const random = new Seeded(seed);
    const layout = after(random, 40);
    const id = random.one([FIRST, ...IDS]);
    const goal = any(random);
    const moved = move(layout, id, goal);
    expect(moved === layout || isShown(moved, id)).toBe(true);
    expect(isShown(open(layout, id), id)).toBe(true);
    expect(asOne(open(layout, id)).right.stacks[0]?.open).toBe(id);
  });

  it.each(seeds(30))('it is read again as it was kept (seed %i)', (seed) => {
    const layout = after(new Seeded(seed), 40);
    expect(storedLayout(JSON.parse(JSON.stringify(layout)) as Json, HOMES)).toEqual(layout);
  });

  it.each(seeds(30))('one that came since is at home, and one that is no more is gone (seed %i)', (seed) => {
    const random = new Seeded(seed);
    const layout = after(random, 40);
    const gone = random.one([FIRST, ...IDS]);
    const homes: Home[] = [...HOMES.filter(({ id }) => id !== gone), { id: 'new at the side', place: 'right' }, { id: 'new below', place: 'bottom' }];
    const read = storedLayout(JSON.parse(JSON.stringify(layout)) as Json, homes);
    sound(read, homes.map(({ id }) => id).toSorted());
    expect(whereIs(read, 'new at the side')?.side).toBe('right');
    expect(whereIs(read, 'new below')?.side).toBe('bottom');
  });

  it.each(seeds(30))('what was kept may be any nonsense (seed %i)', (seed) => {
    const random = new Seeded(seed);
    const nonsense = (depth: number): Json => random.one<() => Json>([
      () => null, () => random.below(9) - 4, () => random.one([FIRST, ...IDS, 'unknown']), () => random.below(2) === 0,
      () => depth === 0 ? [] : Array.from({ length: random.below(6) }, () => nonsense(depth - 1)),
      () => depth === 0 ? {} : Object.fromEntries(['right', 'bottom', 'stacks', 'windows', 'open', 'weight', 'front', 'isFolded'].map((key) => [key, nonsense(depth - 1)])),
    ])();
    const dock = () => ({ isFolded: nonsense(0), stacks: Array.from({ length: random.below(6) }, () => ({ windows: nonsense(1), open: nonsense(0), weight: nonsense(0) })) });
    sound(storedLayout(nonsense(4), HOMES));
    sound(storedLayout({ right: dock(), bottom: dock(), front: nonsense(1) }, HOMES));
  });
});

describe('a window', () => {
  const layout = usual(HOMES);

  it('goes to the other dock, which opens with it', () => {
    const moved = move(layout, 'inspector', { to: 'bottom' });
    expect(rows(moved)).toEqual([['[outline] playtest runs'], ['console timings events [inspector]']]);
    expect(moved.bottom.isFolded).toBe(false);
  });

  it('is put beside another tab', () => {
    expect(rows(move(layout, 'runs', { beside: 'outline', at: 'before' }))[0]).toEqual(['inspector [runs] outline playtest']);
    expect(rows(move(layout, 'inspector', { beside: 'outline', at: 'after' }))[0]).toEqual(['outline [inspector] playtest runs']);
  });

  it('is seen with another of its dock, and goes back', () => {
    const split = move(open(layout, 'playtest'), 'inspector', { split: 'inspector', at: 'after' });
    expect(rows(split)[0]).toEqual(['outline [playtest] runs', '[inspector]']);
    expect(split.right.stacks.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
    expect(weigh(split, { side: 'right', stack: 1 }, 0.25).right.stacks.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
    expect(rows(join(split, { side: 'right', stack: 1 }))[0]).toEqual(['outline [playtest] runs inspector']);
  });

  it('leaves no empty place behind', () => {
    const split = move(layout, 'inspector', { split: 'outline', at: 'before' });
    expect(rows(move(split, 'inspector', { to: 'bottom' }))[0]).toEqual(['[outline] playtest runs']);
    const emptied = ['inspector', 'outline', 'playtest', 'runs'].reduce((made, id) => move(made, id, { to: 'bottom' }), layout);
    expect(emptied.right.stacks).toEqual([]);
    expect(rows(move(emptied, 'runs', { to: 'right' }))[0]).toEqual(['[runs]']);
  });
});
