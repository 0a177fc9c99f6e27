import type { Json } from '../../json';
import { socketAt, type NodeSocket } from '../../spell/types';
import type { RunError, RunEvent } from '../../wire';
import type { Ending, RunPlugin, Step } from '../plugin';

export type NodeStatus = 'running' | 'done' | 'failed' | 'waiting' | 'stopped';

/** How a node stands in the run that is shown. */
export interface NodeRun {
  readonly status: NodeStatus;
  /** How often it has run. */
  readonly times: number;
  /** How long all of them took. */
  readonly ms: number;
  readonly step: string;
  readonly type: string;
  readonly outputs: { readonly [key: string]: Json };
  /** Output texts that are still being made. */
  readonly texts: { readonly [socket: string]: string };
  readonly fired: readonly string[];
  readonly error: RunError | undefined;
  readonly waiting: Extract<RunEvent, { kind: 'node.waiting' }> | undefined;
  readonly attempt: number;
  /** Why no body ran, where none did: its outputs were there before, or it is disabled. */
  readonly instead: 'cached' | 'bypassed' | undefined;
  readonly inputs: () => { readonly [key: string]: Json };
  /** The event that brought this about; the newest is the brightest. */
  readonly seq: number;
}

/** Keeps how every node stands, and which of them changed since somebody last looked. */
export class Overlay implements RunPlugin {
  readonly nodes = new Map<string, NodeRun>();
  private readonly changed = new Set<string>();
  private wasReset = true;
  private seq = 0;

  /** What changed; everything, after a reset. */
  take(): { readonly all: boolean; readonly changed: ReadonlyMap<string, NodeRun> } {
    const all = this.wasReset;
    const changed = all ? new Map(this.nodes)
      : new Map([...this.changed].flatMap((place) => {
        const node = this.nodes.get(place);
        return node ? [[place, node] as const] : [];
      }));
    this.changed.clear();
    this.wasReset = false;
    return { all, changed };
  }

  reset(): void {
    this.nodes.clear();
    this.changed.clear();
    this.wasReset = true;
    this.seq = 0;
  }

  keep(): () => void {
    const [nodes, seq] = [[...this.nodes], this.seq];
    return () => {
      this.reset();
      // Of a text under way nobody knows how far it was by which event.
      nodes.forEach(([place, node]) => this.nodes.set(place, Object.keys(node.texts).length === 0 ? node : { ...node, texts: {} }));
      this.seq = seq;
    };
  }

  before(step: Step): void {
    const earlier = this.nodes.get(step.place);
    this.set(step, {
      status: 'running', times: step.nth, ms: earlier?.ms ?? 0, step: step.step, type: step.type, attempt: step.attempt,
      outputs: earlier?.outputs ?? {}, texts: {}, fired: earlier?.fired ?? [], error: undefined, waiting: undefined,
      instead: undefined, inputs: step.inputs, seq: ++this.seq,
    });
  }

  text(step: Step, socket: string, text: string): void {
    this.change(step, (node) => ({ ...node, texts: { ...node.texts, [socket]: text } }));
  }

  after(step: Step, outputs: NodeRun['outputs'], fired: readonly string[], ms: number, event: RunEvent): void {
    this.change(step, (node) => ({
      ...node, status: 'done', instead: insteadOf(event), step: step.step, inputs: step.inputs, outputs, fired, texts: {}, error: undefined,
      waiting: undefined, ms: node.ms + ms, seq: ++this.seq,
    }));
  }

  failed(step: Step, error: RunError): void {
    this.change(step, (node) => ({ ...node, status: 'failed', step: step.step, error, texts: {}, waiting: undefined, seq: ++this.seq }));
  }

  waits(step: Step, event: Extract<RunEvent, { kind: 'node.waiting' }>): void {
    this.change(step, (node) => ({ ...node, status: 'waiting', step: step.step, waiting: event, seq: ++this.seq }));
  }

  answered(step: Step): void {
    this.change(step, (node) => ({ ...node, status: 'running', waiting: undefined, seq: ++this.seq }));
  }

  /** What was under way when the run ended did not end by itself. */
  ended(ending: Ending): void {
    if (ending.kind !== 'completed') {
      this.nodes.forEach((node, place) => {
        if (node.status === 'running' || node.status === 'waiting') {
          this.nodes.set(place, { ...node, status: 'stopped', texts: {} });
          this.changed.add(place);
        }
      });
    }
  }

  private change(step: Step, how: (node: NodeRun) => NodeRun): void {
    const node = this.nodes.get(step.place);
    if (node) {
      this.set(step, how(node));
    }
  }

  private set(step: Step, node: NodeRun): void {
    this.nodes.set(step.place, node);
    this.changed.add(step.place);
  }
}

/** The input that is to blame for how the node failed, if a single one is. */
export function faultIn(run: NodeRun | undefined, inputs: readonly NodeSocket[]): NodeSocket | undefined {
  const key = run?.status === 'failed' ? run.error?.input : undefined;
  return key === undefined ? undefined : socketAt(inputs, key);
}

/** Why the step of a completion ran no body, where it did not. */
export function insteadOf(event: RunEvent): NodeRun['instead'] {
  return event.kind !== 'node.completed' ? undefined : event.bypassed ? 'bypassed' : event.cached ? 'cached' : undefined;
}
