import type { Json } from '../../json';
import type { Ending, RunPlugin, Step } from '../plugin';

export interface Timing {
  readonly place: string;
  readonly times: number;
  readonly ms: number;
  readonly longestMs: number;
}

/** How long each node took, over all its times. */
export class Timings implements RunPlugin {
  private readonly byPlace = new Map<string, Timing>();
  totalMs: number | undefined;

  /** The slowest first. */
  list(): readonly Timing[] {
    return [...this.byPlace.values()].sort((a, b) => b.ms - a.ms);
  }

  reset(): void {
    this.byPlace.clear();
    this.totalMs = undefined;
  }

  keep(): () => void {
    const [byPlace, totalMs] = [new Map(this.byPlace), this.totalMs];
    return () => {
      this.byPlace.clear();
      byPlace.forEach((timing, place) => this.byPlace.set(place, timing));
      this.totalMs = totalMs;
    };
  }

  after(step: Step, _outputs: { readonly [key: string]: Json }, _fired: readonly string[], ms: number): void {
    const before = this.byPlace.get(step.place);
    this.byPlace.set(step.place, {
      place: step.place, times: (before?.times ?? 0) + 1, ms: (before?.ms ?? 0) + ms, longestMs: Math.max(before?.longestMs ?? 0, ms),
    });
  }

  ended(ending: Ending): void {
    this.totalMs = ending.kind === 'interrupted' ? undefined : ending.ms;
  }
}
