import type { Json } from '../json';
import type { RunError, RunEvent } from '../wire';

/** One time that a node runs. */
export interface Step {
  readonly step: string;
  readonly node: string;
  /** Where the node is, over all its iterations: its id behind those of the Spell nodes around it. */
  readonly place: string;
  readonly type: string;
  /** The how manieth time this place runs in this run, from 1. */
  readonly nth: number;
  readonly attempt: number;
  readonly at: string;
  /** What its wired data inputs were, by key; known as far as the graph is. */
  inputs(): { readonly [key: string]: Json };
}

export type Ending = Extract<RunEvent, { kind: 'completed' | 'failed' | 'cancelled' | 'interrupted' }>;

/**
 * What goes along while a run is told, live or long after, the same way: every node that ran is gone through once
 * more, with its recorded outputs in place of its work.
 */
export interface RunPlugin {
  /** Forgets all: what follows is told from the first event. */
  reset(): void;
  /** Remembers how it stands; what is given back brings that about again, as often as it is called. */
  keep(): () => void;
  began?(inputs: { readonly [name: string]: Json | undefined }, event: RunEvent): void;
  before?(step: Step): void;
  /** What the output holds so far. */
  text?(step: Step, socket: string, text: string): void;
  after?(step: Step, outputs: { readonly [key: string]: Json }, fired: readonly string[], ms: number, event: RunEvent): void;
  failed?(step: Step, error: RunError, retryMs: number | undefined, event: RunEvent): void;
  waits?(step: Step, event: Extract<RunEvent, { kind: 'node.waiting' }>): void;
  answered?(step: Step, value: Json, event: RunEvent): void;
  log?(step: Step, level: string, text: string, event: RunEvent): void;
  resumed?(event: RunEvent): void;
  ended?(ending: Ending): void;
}
