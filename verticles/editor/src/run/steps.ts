import type { RunError } from '../wire';

/** A step's name taken apart: `7/5[2]/12` is node 12, in iteration 2 of node 5, in the sub-spell of node 7. */
export interface StepPath {
  readonly node: string;
  /** The Spell nodes around it, outermost first: which graph the node is of. */
  readonly spells: readonly string[];
  /** How the steps of the same scope begin: `7/5[2]/`; empty for the run itself. */
  readonly scope: string;
  /** The loops around it with the iteration each is in, outermost first. */
  readonly loops: readonly { readonly node: string; readonly index: number; readonly scope: string }[];
}

const LOOP = /^(.*)\[(\d+)\]$/;

export function readStep(step: string): StepPath {
  const parts = step.split('/');
  const node = parts.pop() ?? '';
  const spells: string[] = [];
  const loops: { node: string; index: number; scope: string }[] = [];
  let scope = '';
  for (const part of parts) {
    const loop = LOOP.exec(part);
    if (loop?.[1] !== undefined) {
      loops.push({ node: loop[1], index: Number(loop[2]), scope });
    } else {
      spells.push(part);
    }
    scope += `${part}/`;
  }
  return { node, spells, scope, loops };
}

/** One name for a node over all its iterations: `7/12`. */
export function placeOf(path: StepPath): string {
  return [...path.spells, path.node].join('/');
}

/** Where a run's failure was, as a place on the canvas; absent where it was the run as a whole. */
export function placeOfError({ node, step }: RunError): string | undefined {
  return step === undefined ? node : placeOf(readStep(step));
}

/** The scopes in which a step's sources may have run, the innermost first; all of the same graph. */
export function scopesOf(path: StepPath): readonly string[] {
  const scopes = [path.scope];
  for (let at = path.loops.length - 1; at >= 0; at--) {
    const outer = path.loops[at]?.scope ?? '';
    if (readStep(`${outer}x`).spells.length < path.spells.length) {
      break;
    }
    scopes.push(outer);
  }
  return scopes;
}
