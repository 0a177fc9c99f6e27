import { expect, it } from 'vitest';
import type { NodeSocket } from '../spell/types';
import type { RunEvent } from '../wire';
import { Console } from './plugins/console';
import { faultIn, Overlay } from './plugins/overlay';
import { Replay } from './replay';

const at = '2026-11-22T10:00:00.000Z';
const INPUTS: readonly NodeSocket[] = [{ key: 'text', name: 'prompt', type: 'stringSocket', isAdded: false }];

/** Node 12, in the sub-spell of node 5, in an iteration of node 3. */
function failing(input?: string): readonly RunEvent[] {
  const step = '3[1]/5/12';
  const error = { node: '12', step, code: 'UNPROCESSABLE' as const, message: "Echo 12: input 'prompt': needs a value", ...(input === undefined ? {} : { input }) };
  return [
    { kind: 'started', seq: 1, at, inputs: {} },
    { kind: 'node.started', seq: 2, at, node: '12', type: 'echo', step },
    { kind: 'node.failed', seq: 3, at, node: '12', step, error },
    { kind: 'failed', seq: 4, at, error: { ...error, message: `in the spell 'child': ${error.message}` }, ms: 3 },
  ];
}

it('lines about a failure lead to the place where it was, and say which input is to blame, once', () => {
  const console = new Console();
  new Replay([console]).tell(failing('text'));

  expect(console.lines.slice(1).map(({ place, text }) => [place, text])).toEqual([
    ['5/12', "input 'prompt': needs a value"], ['5/12', "Run failed: input 'prompt': needs a value"],
  ]);
});

it('the input that is to blame is found by its key or its name, and there need not be one', () => {
  const faultOf = (input?: string) => {
    const overlay = new Overlay();
    new Replay([overlay]).tell(failing(input));
    return faultIn(overlay.nodes.get('5/12'), INPUTS);
  };

  expect(faultOf('text')).toBe(INPUTS[0]);
  expect(faultOf('prompt')).toBe(INPUTS[0]);
  expect(faultOf('other')).toBeUndefined();
  expect(faultOf()).toBeUndefined();
});
