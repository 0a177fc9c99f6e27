import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json';
import { Seeded, seeds } from '../testing/seeded';
import { apply, areApart, diff } from './patch';

const KEYS = ['a', 'b', 'c', '1', '11', 'a/b', '~', '~1', '', 'ü'] as const;

function value(random: Seeded, depth: number): Json {
  if (depth === 0) {
    return random.one<Json>([null, true, 0, -1.5, '', 'text', []]);
  }
  return random.one<() => Json>([
    () => value(random, 0), () => object(random, depth), () => object(random, depth),
    () => Array.from({ length: random.below(3) }, () => value(random, depth - 1)),
  ])();
}

function object(random: Seeded, depth: number): JsonObject {
  return Object.fromEntries(Array.from({ length: random.below(5) }, () => [random.one(KEYS), value(random, depth - 1)]));
}

/** As a person changes a document: here and there, and most of it not. */
function changed(random: Seeded, from: JsonObject, depth: number): JsonObject {
  const to: Record<string, Json | undefined> = { ...from };
  for (let changes = random.below(3); changes >= 0; changes--) {
    const key = random.one(KEYS);
    const inner = to[key];
    if (random.below(4) === 0) {
      delete to[key];
    } else if (depth > 0 && typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
      to[key] = changed(random, inner as JsonObject, depth - 1);
    } else {
      to[key] = value(random, 1);
    }
  }
  return to;
}

describe('a patch', () => {
  it.each(seeds(200))('turns one value into the other, and nothing into nothing (seed %i)', (seed) => {
    const random = new Seeded(seed);
    const from = object(random, 3);
    const to = random.below(2) === 0 ? object(random, 3) : changed(random, from, 2);
    const before = structuredClone(from);

    expect(apply(from, diff(from, to))).toEqual(to);
    expect(diff(from, structuredClone(from))).toEqual([]);
    expect(from).toEqual(before);
  });

  it('loses nobody\'s work: what two people did apart from each other comes out the same either way round', () => {
    let apart = 0;
    for (const seed of seeds(600)) {
      const random = new Seeded(seed);
      const base = object(random, 3);
      const ours = changed(random, base, 2);
      const theirs = changed(random, base, 2);
      const our = diff(base, ours);
      const their = diff(base, theirs);
      if (areApart(our, their)) {
        apart++;
        const merged = apply(theirs, our);
        expect(merged, `seed ${seed}`).toEqual(apply(ours, their));
        // Each side finds all it did: doing it again changes nothing.
        expect(apply(apply(merged, our), their), `seed ${seed}`).toEqual(merged);
      }
    }
    expect(apart).toBeGreaterThan(50);
  });

  it('that removes what is gone already leaves everything as it is', () => {
    expect(apply({ b: 1 }, [{ op: 'remove', path: '/a/b/c' }])).toEqual({ b: 1 });
    expect(apply({ a: 'text' }, [{ op: 'remove', path: '/a/b' }])).toEqual({ a: 'text' });
  });
});
