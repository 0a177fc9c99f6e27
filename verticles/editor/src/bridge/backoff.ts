const FIRST_MS = 250;
const LONGEST_MS = 15_000;

/** How long to wait before the nth attempt, from 0; up to half of it by chance, so that tabs do not come all at once. */
export function backoff(attempt: number, chance: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return full / 2 + (full / 2) * chance();
}
