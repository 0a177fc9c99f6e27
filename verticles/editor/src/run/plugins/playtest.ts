import { shown, shownShort, type Json } from '../../json';
import type { RunEvent } from '../../wire';
import { withPreviews } from '../reference';
import type { Ending, RunPlugin, Step } from '../plugin';
import { placeOfError } from '../steps';

export interface Said {
  readonly who: 'you' | 'spell' | 'trouble' | 'question';
  readonly text: string;
  readonly value?: Json;
  /** The step that says it; for a question, the one that waits for the answer. */
  readonly step?: string;
  readonly place?: string;
  /** Whether more of it is to come. */
  readonly isDraft?: boolean;
  readonly choices?: readonly string[];
}

const SPEAKS = new Set(['output', 'playtest-print', 'text-to-speech']);

/** A run as a conversation: what it was given, what its outputs say, and what it asks a person. */
export class Playtest implements RunPlugin {
  private said: Said[] = [];
  private readonly drafts = new Map<string, Said>();

  list(): readonly Said[] {
    return [...this.said, ...this.drafts.values()];
  }

  reset(): void {
    this.said = [];
    this.drafts.clear();
  }

  keep(): () => void {
    const said = [...this.said];
    return () => {
      this.said = [...said];
      // What is under way is not kept: who goes back sees what was, and that was whole.
      this.drafts.clear();
    };
  }

  began(inputs: { readonly [name: string]: Json | undefined }): void {
    const given = Object.entries(inputs);
    if (given.length > 0) {
      const [, only] = given.length === 1 ? given[0] ?? [] : [];
      this.said.push(only !== undefined
        ? { who: 'you', text: shownShort(withPreviews(only)), value: only }
        : { who: 'you', text: given.map(([name, value]) => `${name}: ${shown(value === undefined ? value : withPreviews(value))}`).join('\n') });
    }
  }

  text(step: Step, socket: string, text: string): void {
    this.drafts.set(`${step.step} ${socket}`, { who: 'spell', text, step: step.step, place: step.place, isDraft: true });
  }

  after(step: Step, outputs: { readonly [key: string]: Json }): void {
    this.endDrafts(step);
    const value = outputs['output'] ?? Object.values(outputs)[0];
    // What a sub-spell gives goes to the spell around it, and not to the person.
    const isInner = step.type === 'output' && step.place.includes('/');
    if (SPEAKS.has(step.type) && !isInner && value !== undefined) {
      this.said.push({ who: 'spell', text: shownShort(withPreviews(value)), value, step: step.step, place: step.place });
    }
  }

  failed(step: Step): void {
    this.endDrafts(step);
  }

  waits(step: Step, event: Extract<RunEvent, { kind: 'node.waiting' }>): void {
    if (event.reason === 'person') {
      this.said.push({ who: 'question', step: step.step, place: step.place, ...questionOf(event.question) });
    }
  }

  answered(step: Step, value: Json): void {
    const wasAsked = this.said.some((one) => one.who === 'question' && one.step === step.step);
    this.said = this.said.map((one) => one.who === 'question' && one.step === step.step
      ? { who: 'spell', text: one.text, ...(one.place === undefined ? {} : { place: one.place }) } : one);
    if (wasAsked) {
      this.said.push({ who: 'you', text: shownShort(withPreviews(value)), value });
    }
  }

  ended(ending: Ending): void {
    this.drafts.clear();
    if (ending.kind === 'failed') {
      const place = placeOfError(ending.error);
      this.said.push({ who: 'trouble', text: ending.error.message, ...(place === undefined ? {} : { place }) });
    } else if (ending.kind === 'cancelled') {
      this.said.push({ who: 'trouble', text: `Stopped: ${ending.reason}` });
    }
  }

  private endDrafts(step: Step): void {
    for (const [key, draft] of this.drafts) {
      if (draft.step === step.step) {
        this.drafts.delete(key);
      }
    }
  }
}

function questionOf(question: Json | undefined): { text: string; choices?: readonly string[] } {
  if (typeof question === 'object' && question !== null && !Array.isArray(question)) {
    const { question: asked, text, choices } = question as { question?: Json; text?: Json; choices?: Json };
    return {
      text: shown(asked ?? text ?? 'An answer is wanted.'),
      ...(Array.isArray(choices) ? { choices: (choices as Json[]).map(shown) } : {}),
    };
  }
  return { text: question === undefined || question === '' ? 'An answer is wanted.' : shown(question) };
}
