import { describe, expect, it } from 'vitest';
import type { NodeTypeInfo } from '../wire';
import { connect } from './edit';
import { caught, catchesItself, isCaught } from './failing';
import { edgesOf, readGraph } from './graph';
import { socketsOf } from './types';

const graph = readGraph({ nodes: {
  1: { id: 1, name: 'Code', data: { outputs: [{ name: 'out', socketKey: 'out', socketType: 'anySocket' }] }, inputs: {}, outputs: {}, position: [0, 0] },
  2: { id: 2, name: 'Output', data: {}, inputs: {}, outputs: {}, position: [0, 0] },
} });

describe('what a node goes on with when it fails', () => {
  it('gets sockets of its own beside those that it has', () => {
    const on = caught(graph, '1', true);

    expect(isCaught(on.nodes[1]!)).toBe(true);
    expect(socketsOf(on.nodes[1]!, undefined).outputs.map(({ key, type }) => [key, type]))
      .toEqual([['error', 'triggerSocket'], ['out', 'anySocket'], ['message', 'stringSocket']]);
    expect(caught(on, '1', true)).toBe(on);
  });

  it('loses them with their wires, and nothing else', () => {
    const wired = connect(connect(caught(graph, '1', true), { from: '1', output: 'error', to: '2', input: 'trigger' }),
      { from: '1', output: 'out', to: '2', input: 'input' });

    const off = caught(wired, '1', false);

    expect(edgesOf(off).map(({ output }) => output)).toEqual(['out']);
    expect(off.nodes[1]!.data).toEqual(graph.nodes[1]!.data);
    expect(caught(caught(graph, '2', true), '2', false).nodes[2]!.data).toEqual({});
  });

  it('is there already where a type has a trigger for it', () => {
    const type = (error: string) => ({ outputs: [{ key: 'error', name: 'error', type: error, required: false }] }) as unknown as NodeTypeInfo;

    expect([catchesItself(type('triggerSocket')), catchesItself(type('stringSocket')), catchesItself(undefined)]).toEqual([true, false, false]);
  });
});
