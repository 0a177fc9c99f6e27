import type { Json } from '../json';
import type { NodeRun } from '../run/plugins/overlay';
import { readStep, scopesOf } from '../run/steps';
import type { WireData } from './elements';

/** The ends of a wire: keys as sockets have them, and the input's as the spell has it saved. */
export interface Ends {
  readonly from: string;
  readonly output: string;
  readonly input: string;
  readonly isTrigger: boolean;
}

/** What went through a wire in the run that is shown. */
export interface Passed {
  /** How often, as far as can be told. */
  readonly times: number;
  /** The last value; of a trigger none. */
  readonly value: Json | undefined;
  /** Whether more of the value is to come. */
  readonly isDraft: boolean;
}

/** @param output the output's key where the spell's types are known; a wire may have been saved with an older one */
export function endsOf({ edge, isTrigger }: WireData, output: string | null | undefined): Ends {
  return { from: edge.from, output: output ?? edge.output, input: edge.input, isTrigger };
}

/** Absent where nothing has passed. */
export function passed({ from, output, input, isTrigger }: Ends, source: NodeRun | undefined, target: NodeRun | undefined): Passed | undefined {
  if (!source) {
    return undefined;
  }
  // A loop says what it gave when it is done; until then it shows in what its iterations were given.
  if (target && isInside(target.step, from)) {
    const given = source.status === 'running' ? target.inputs()[input] : source.outputs[output];
    return { times: target.times, value: isTrigger ? undefined : given, isDraft: false };
  }
  const draft = source.texts[output];
  if (draft !== undefined) {
    return { times: 0, value: draft, isDraft: true };
  }
  const value = isTrigger ? undefined : source.outputs[output];
  const gave = isTrigger ? source.fired.includes(output) : value !== undefined;
  return gave && target ? { times: Math.max(1, Math.min(source.times, target.times)), value, isDraft: false }
    : gave ? { times: 0, value, isDraft: false } : undefined;
}

/** Whether a step is in an iteration of that loop, which is of the same graph. */
function isInside(step: string, loop: string): boolean {
  const path = readStep(step);
  const scopes = scopesOf(path);
  return path.loops.some(({ node, scope }) => node === loop && scopes.includes(scope));
}
