import type { Json } from '../../json';
import type { RunEvent, RunEventUsage } from '../../wire';
import type { Ending, RunPlugin, Step } from '../plugin';

/** What language models took. */
export interface Used {
  readonly promptTokens: number;
  readonly answerTokens: number;
  /** In US dollars, of the steps whose cost is known; absent if there is none. */
  readonly cost?: number;
  /** How many steps there are of which it is not. */
  readonly ofUnknownCost: number;
}

export interface Timing {
  readonly place: string;
  readonly times: number;
  readonly ms: number;
  readonly longestMs: number;
  /** Absent if it asked no model, or nobody counted. */
  readonly used?: Used;
}

/** What they used together; undefined if that is nothing. */
export function usedBy(timings: readonly Timing[]): Used | undefined {
  return timings.map(({ used }) => used).reduce(sum, undefined);
}

function sum(one: Used | undefined, other: Used | undefined): Used | undefined {
  if (!one || !other) {
    return one ?? other;
  }
  const cost = one.cost === undefined ? other.cost : one.cost + (other.cost ?? 0);
  return {
    promptTokens: one.promptTokens + other.promptTokens, answerTokens: one.answerTokens + other.answerTokens,
    ...(cost === undefined ? {} : { cost }), ofUnknownCost: one.ofUnknownCost + other.ofUnknownCost,
  };
}

function usedIn({ promptTokens, answerTokens, cost }: RunEventUsage): Used {
  return { promptTokens, answerTokens, ...(cost === undefined ? { ofUnknownCost: 1 } : { cost, ofUnknownCost: 0 }) };
}

/** How long each node took, and what it used of language models, over all its times. */
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

  after(step: Step, _outputs: { readonly [key: string]: Json }, _fired: readonly string[], ms: number, event: RunEvent): void {
    const before = this.byPlace.get(step.place);
    const used = sum(before?.used, event.kind === 'node.completed' && event.usage ? usedIn(event.usage) : undefined);
    this.byPlace.set(step.place, {
      place: step.place, times: (before?.times ?? 0) + 1, ms: (before?.ms ?? 0) + ms, longestMs: Math.max(before?.longestMs ?? 0, ms),
      ...(used ? { used } : {}),
    });
  }

  ended(ending: Ending): void {
    this.totalMs = ending.kind === 'interrupted' ? undefined : ending.ms;
  }
}
