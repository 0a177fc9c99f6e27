import { describe, expect, it } from 'vitest';
import { Overlay, type NodeRun } from '../run/plugins/overlay';
import { Replay } from '../run/replay';
import type { Graph } from '../spell/graph';
import type { RunEvent } from '../wire';
import { passed, type Ends } from './passed';

const node = (id: number, inputs: Graph['nodes'][string]['inputs'] = {}) => ({ id, name: 'Any', data: {}, inputs, outputs: {}, position: [0, 0] as const });
const from = (id: number, output: string) => ({ connections: [{ node: id, output }] });
/** A list goes through a loop, and what an iteration makes goes out. */
const graph: Graph = { nodes: { 1: node(1), 2: node(2, { array: from(1, 'list') }), 3: node(3, { input: from(2, 'element'), trigger: from(2, 'act') }), 4: node(4, { input: from(3, 'output') }) } };
const at = '2026-01-01T00:00:00Z';
const began = (seq: number, step: string): RunEvent => ({ kind: 'node.started', seq, at, node: step.split('/').at(-1) ?? '', type: 'any', step });
const gave = (seq: number, step: string, outputs: NodeRun['outputs'], fired: readonly string[] = []): RunEvent =>
  ({ kind: 'node.completed', seq, at, node: step.split('/').at(-1) ?? '', step, outputs, fired, ms: 1 });
const EVENTS: readonly RunEvent[] = [
  began(1, '1'), gave(2, '1', { list: ['a', 'b'] }), began(3, '2'),
  began(4, '2[0]/3'), gave(5, '2[0]/3', { output: 'A' }), began(6, '2[1]/3'), gave(7, '2[1]/3', { output: 'B' }),
  gave(8, '2', { element: 'b', index: 1 }, ['act', 'done']), began(9, '4'), gave(10, '4', { output: 'B' }),
];
const LIST: Ends = { from: '1', output: 'list', input: 'array', isTrigger: false };
const ELEMENT: Ends = { from: '2', output: 'element', input: 'input', isTrigger: false };
const ACT: Ends = { from: '2', output: 'act', input: 'trigger', isTrigger: true };
const OUT: Ends = { from: '3', output: 'output', input: 'input', isTrigger: false };

function told(upTo: number) {
  const overlay = new Overlay();
  new Replay([overlay], graph).tell(EVENTS, upTo);
  return (ends: Ends, to: string) => passed(ends, overlay.nodes.get(ends.from), overlay.nodes.get(to));
}

describe('what passed a wire', () => {
  it('is nothing before its source has given something, and not yet taken before its target begins', () => {
    expect(told(1)(LIST, '2')).toBeUndefined();
    expect(told(2)(LIST, '2')).toEqual({ times: 0, value: ['a', 'b'], isDraft: false });
  });

  it('is what the loop gives its iteration, while it goes on', () => {
    expect(told(4)(ELEMENT, '3')).toEqual({ times: 1, value: 'a', isDraft: false });
    expect(told(6)(ELEMENT, '3')).toEqual({ times: 2, value: 'b', isDraft: false });
    expect(told(6)(ACT, '3')).toEqual({ times: 2, value: undefined, isDraft: false });
  });

  it('is the last of them once the loop is done, with how many there were', () => {
    expect(told(10)(ELEMENT, '3')).toEqual({ times: 2, value: 'b', isDraft: false });
    expect(told(10)(LIST, '2')).toMatchObject({ times: 1, value: ['a', 'b'] });
    expect(told(10)(OUT, '4')).toMatchObject({ times: 1, value: 'B' });
  });

  it('is what has come so far of a text that grows', () => {
    const overlay = new Overlay();
    const replay = new Replay([overlay], graph);
    replay.tell([began(1, '3')]);
    replay.tellText({ step: '3', socket: 'output', text: 'to be c' } as Parameters<Replay['tellText']>[0]);
    expect(passed(OUT, overlay.nodes.get('3'), undefined)).toEqual({ times: 0, value: 'to be c', isDraft: true });
  });
});
