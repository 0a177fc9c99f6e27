/** Numbers for tests that look random and are the same each time. */
export class Seeded {
  constructor(private state: number) {}

  /** A whole number from 0 to below `below`. */
  below(below: number): number {
    // The steps of mulberry32.
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  one<T>(of: readonly [T, ...T[]]): T {
    return of[this.below(of.length)] ?? of[0];
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items.map((item) => ({ item, place: this.below(1_000_000) })).toSorted((a, b) => a.place - b.place).map(({ item }) => item);
  }
}

/** So many seeds, for a test that is run with each. */
export const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);
