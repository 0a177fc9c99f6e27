import type { Json } from '../json';
import { edgesOf, type Edge, type Graph } from '../spell/graph';
import type { RunEvent } from '../wire';
import type { Text } from './log';
import type { RunPlugin, Step } from './plugin';
import { placeOf, readStep, scopesOf, type StepPath } from './steps';

type Values = { readonly [key: string]: Json };

/** After so many events it is remembered how things stood: who goes back in a long run goes on from there. */
export const STRIDE = 1_000;

/** Goes through a run's events in their order and tells every plugin. Live and old runs are told by the same. */
export class Replay {
  private counts = new Map<string, number>();
  private steps = new Map<string, Step>();
  private outputs = new Map<string, Values>();
  private readonly sources = new Map<string, Edge[]>();
  /** The first brings what was after `STRIDE` events. */
  private marks: (() => void)[] = [];
  private told = 0;

  /** @param graph whose wires say what a step was given; absent where only what happened counts */
  constructor(private readonly plugins: readonly RunPlugin[], graph?: Graph) {
    for (const edge of graph ? edgesOf(graph) : []) {
      this.sources.set(edge.to, [...(this.sources.get(edge.to) ?? []), edge]);
    }
  }

  /** The number of the last event that was told. */
  get seq(): number {
    return this.told;
  }

  /** Tells what is new, up to a number; for what lies before the last told one it goes back to a mark. */
  tell(events: readonly RunEvent[], upTo: number = events.length): void {
    const end = Math.min(upTo, events.length);
    if (end < this.told) {
      this.goBack(end);
    }
    for (const event of events.slice(this.told, end)) {
      this.one(event);
      this.told++;
      if (this.told === (this.marks.length + 1) * STRIDE) {
        this.marks.push(this.keep());
      }
    }
  }

  tellText({ step, socket, text }: Text): void {
    const known = this.steps.get(step);
    if (known) {
      this.plugins.forEach((plugin) => plugin.text?.(known, socket, text));
    }
  }

  reset(): void {
    this.marks = [];
    this.begun();
  }

  private goBack(upTo: number): void {
    const mark = this.marks[Math.floor(upTo / STRIDE) - 1];
    if (mark) {
      mark();
    } else {
      this.begun();
    }
  }

  private begun(): void {
    this.counts = new Map();
    this.steps = new Map();
    this.outputs = new Map();
    this.told = 0;
    this.plugins.forEach((plugin) => plugin.reset());
  }

  private keep(): () => void {
    const [counts, steps, outputs] = [new Map(this.counts), new Map(this.steps), new Map(this.outputs)];
    const { told } = this;
    const plugins = this.plugins.map((plugin) => plugin.keep());
    return () => {
      this.counts = new Map(counts);
      this.steps = new Map(steps);
      this.outputs = new Map(outputs);
      this.told = told;
      plugins.forEach((bringBack) => bringBack());
    };
  }

  private one(event: RunEvent): void {
    switch (event.kind) {
      case 'started':
        return this.plugins.forEach((plugin) => plugin.began?.(event.inputs, event));
      case 'node.started': {
        const step = this.begin(event);
        return this.plugins.forEach((plugin) => plugin.before?.(step));
      }
      case 'node.completed': {
        const step = this.stepOf(event);
        this.outputs.set(event.step, event.outputs);
        return this.plugins.forEach((plugin) => plugin.after?.(step, event.outputs, event.fired, event.ms, event));
      }
      case 'node.failed': {
        const step = this.stepOf(event);
        // Whoever catches it reads what went wrong there.
        this.outputs.set(event.step, { message: event.error.message });
        return this.plugins.forEach((plugin) => plugin.failed?.(step, event.error, event.retryMs, event));
      }
      case 'node.waiting': {
        const step = this.stepOf(event);
        return this.plugins.forEach((plugin) => plugin.waits?.(step, event));
      }
      case 'node.answered': {
        const step = this.stepOf(event);
        return this.plugins.forEach((plugin) => plugin.answered?.(step, event.value, event));
      }
      case 'node.log': {
        const step = this.stepOf(event);
        return this.plugins.forEach((plugin) => plugin.log?.(step, event.level, event.text, event));
      }
      case 'resumed':
        return this.plugins.forEach((plugin) => plugin.resumed?.(event));
      case 'completed':
      case 'failed':
      case 'cancelled':
      case 'interrupted':
        return this.plugins.forEach((plugin) => plugin.ended?.(event));
    }
  }

  private begin(event: Extract<RunEvent, { kind: 'node.started' }>): Step {
    const path = readStep(event.step);
    const place = placeOf(path);
    const before = this.steps.get(event.step);
    // A retry, and a step that is begun anew after a crash, is the same time over.
    const nth = before?.nth ?? (this.counts.get(place) ?? 0) + 1;
    this.counts.set(place, nth);
    const step: Step = {
      step: event.step, node: event.node, place, type: event.type, nth, attempt: event.attempt ?? 1, at: event.at,
      inputs: () => this.inputsOf(path),
    };
    this.steps.set(event.step, step);
    return step;
  }

  private stepOf(event: { node: string; step: string; seq: number; at: string }): Step {
    return this.steps.get(event.step) ?? this.begin({ ...event, kind: 'node.started', type: '' });
  }

  private inputsOf(path: StepPath): Values {
    const inputs: Record<string, Json> = {};
    // Of the graphs of sub-spells nothing is known here.
    for (const edge of path.spells.length > 0 ? [] : this.sources.get(path.node) ?? []) {
      const value = this.valueOf(path, edge);
      if (value !== undefined) {
        inputs[edge.input] = value;
      }
    }
    return inputs;
  }

  private valueOf(path: StepPath, edge: Edge): Json | undefined {
    const loop = path.loops.findLast((one) => one.node === edge.from);
    if (loop) {
      return this.ofIteration(loop, edge.output);
    }
    for (const scope of scopesOf(path)) {
      const value = this.outputs.get(scope + edge.from)?.[edge.output];
      if (value !== undefined) {
        return value;
      }
    }
    return this.ofLastElement(path.scope, edge);
  }

  /** From outside of a loop, what is inside of it is what it was for the last element. */
  private ofLastElement(scope: string, edge: Edge): Json | undefined {
    let last: { readonly loops: StepPath['loops']; readonly value: Json } | undefined;
    for (const [step, outputs] of this.outputs) {
      const path = step.startsWith(scope) ? readStep(step) : undefined;
      const value = outputs[edge.output];
      if (path?.node === edge.from && path.spells.length === 0 && value !== undefined && (!last || isLater(path.loops, last.loops))) {
        last = { loops: path.loops, value };
      }
    }
    return last?.value;
  }

  /** A loop says what it gave once it is done; until then its iterations show in the list it was given. */
  private ofIteration(loop: { node: string; index: number; scope: string }, output: string): Json | undefined {
    if (output === 'index') {
      return loop.index;
    }
    const given = Object.values(this.inputsOf(readStep(loop.scope + loop.node)));
    const list = given.find((value) => Array.isArray(value)) as readonly Json[] | undefined;
    return output === 'element' ? list?.[loop.index] : undefined;
  }
}

function isLater(loops: StepPath['loops'], than: StepPath['loops']): boolean {
  const at = loops.findIndex((loop, depth) => loop.index !== than[depth]?.index);
  return at < 0 || (loops[at]?.index ?? 0) > (than[at]?.index ?? 0);
}
