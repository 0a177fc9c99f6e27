import { shown, type Json } from '../../json';
import type { RunError, RunEvent } from '../../wire';
import { messageAt } from '../messages';
import { isReference, previewOf, withPreviews } from '../reference';
import type { Ending, RunPlugin, Step } from '../plugin';
import { placeOfError } from '../steps';
import { insteadOf } from './overlay';

export type Level = 'info' | 'warn' | 'error' | 'result' | 'run';

export interface Line {
  readonly seq: number;
  readonly at: string;
  readonly level: Level;
  /** Where it comes from; absent where it is the run's own. */
  readonly place: string | undefined;
  readonly text: string;
  readonly value?: Json;
}

/** What happened, line by line. */
export class Console implements RunPlugin {
  lines: Line[] = [];

  reset(): void {
    this.lines = [];
  }

  keep(): () => void {
    const { length } = this.lines;
    // Lines are only ever added, and those behind are told again.
    return () => {
      this.lines.length = length;
    };
  }

  began(inputs: { readonly [name: string]: Json | undefined }, event: RunEvent): void {
    const names = Object.keys(inputs);
    this.add(event, 'run', undefined, names.length === 0 ? 'Run started' : `Run started with ${names.join(', ')}`);
  }

  after(step: Step, outputs: { readonly [key: string]: Json }, _fired: readonly string[], ms: number, event: RunEvent): void {
    const values = Object.entries(outputs);
    const instead = insteadOf(event);
    const gave = values.map(([key, value]) => `${key}: ${brief(value)}`).join('  ');
    this.lines.push({
      seq: event.seq, at: event.at, level: 'result', place: step.place,
      text: instead ? [instead, gave].filter((part) => part !== '').join('  ') : gave === '' ? `done in ${ms} ms` : gave,
      value: outputs,
    });
  }

  failed(step: Step, error: RunError, retryMs: number | undefined, event: RunEvent): void {
    const message = messageAt(step.place, error.message);
    this.add(event, 'error', step.place, retryMs === undefined ? message : `${message} (tries again in ${retryMs} ms)`);
  }

  waits(step: Step, event: Extract<RunEvent, { kind: 'node.waiting' }>): void {
    this.add(event, 'warn', step.place, event.reason === 'person' ? 'waits for an answer' : `waits until ${event.until ?? 'later'}`);
  }

  answered(step: Step, value: Json, event: RunEvent): void {
    this.add(event, 'info', step.place, `was answered: ${brief(value)}`);
  }

  log(step: Step, level: string, text: string, event: RunEvent): void {
    this.add(event, level === 'warn' || level === 'error' ? level : 'info', step.place, text);
  }

  resumed(event: RunEvent): void {
    this.add(event, 'run', undefined, 'Run goes on');
  }

  ended(ending: Ending): void {
    switch (ending.kind) {
      case 'completed':
        return this.add(ending, 'run', undefined, `Run completed in ${ending.ms} ms`);
      case 'failed': {
        const place = placeOfError(ending.error);
        return this.add(ending, 'error', place, `Run failed: ${messageAt(place ?? '', ending.error.message)}`);
      }
      case 'cancelled':
        return this.add(ending, 'warn', undefined, `Run stopped after ${ending.ms} ms: ${ending.reason}`);
      case 'interrupted':
        return this.add(ending, 'warn', undefined, `Run interrupted: ${ending.reason}`);
    }
  }

  private add(event: RunEvent, level: Level, place: string | undefined, text: string): void {
    this.lines.push({ seq: event.seq, at: event.at, level, place, text });
  }
}

const BRIEF = 160;

function brief(value: Json): string {
  if (isReference(value)) {
    return previewOf(value, BRIEF).replaceAll(/\s+/g, ' ');
  }
  const text = shown(withPreviews(value)).replaceAll(/\s+/g, ' ');
  return text.length > BRIEF ? `${text.slice(0, BRIEF)}…` : text;
}
