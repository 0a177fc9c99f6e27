import { describe, expect, it } from 'vitest';
import type { Json } from '../json';
import type { NodeTypeInfo } from '../wire';
import { copied, isCopiedFrom, paste, pastedGraph } from './clipboard';
import { addNode, connect, disconnect, freeId, moveNodes, newNode, removeNodes, setData } from './edit';
import { entriesOf, inputsFor } from './entries';
import { edgesOf, EMPTY, readGraph, type Graph } from './graph';
import * as history from './history';
import { apply, areApart, diff } from './patch';
import { fits, NodeTypes, socketsOf } from './types';

const socket = (key: string, type: string) => ({ key, name: key, type, required: false });
const echo: NodeTypeInfo = {
  type: 'echo', title: 'Echo', group: 'Data', help: '', aliases: ['Old Echo'], effect: 'pure',
  inputs: [socket('input', 'stringSocket'), socket('trigger', 'triggerSocket')], outputs: [socket('output', 'stringSocket'), socket('trigger', 'triggerSocket')],
  controls: [{ key: 'times', label: 'Times', widget: 'number', defaultValue: 1, choices: [], min: 1, max: 9 }],
};
const input: NodeTypeInfo = { ...echo, type: 'input', title: 'Input', aliases: [], controls: [] };

/** 1 → 2 → 3, by trigger and by data. */
function chain(): Graph {
  const nodes = [1, 2, 3].reduce((graph, id) => addNode(graph, newNode(id, echo, [id * 100, 0])), EMPTY);
  return [[1, 2], [2, 3]].reduce((graph, [from, to]) => connect(
    connect(graph, { from: String(from), output: 'output', to: String(to), input: 'input' }),
    { from: String(from), output: 'trigger', to: String(to), input: 'trigger' }), nodes);
}

describe('a graph', () => {
  it('stores each wire on both sides, and tells it once', () => {
    expect(edgesOf(chain())).toHaveLength(4);
    expect(chain().nodes['1']?.outputs['output']?.connections).toEqual([{ node: 2, input: 'input', data: {} }]);
    expect(chain().nodes['2']?.inputs['input']?.connections).toEqual([{ node: 1, output: 'output', data: {} }]);
  });

  it('believes the input side of a wire that one side alone has, and forgets wires to nodes that are gone', () => {
    const graph = readGraph({
      nodes: {
        1: { id: 1, name: 'Echo', data: {}, inputs: {}, outputs: { output: { connections: [{ node: 2, input: 'input' }, { node: 9, input: 'x' }] } }, position: [0, 0] },
        2: { id: 2, name: 'Echo', data: {}, inputs: { other: { connections: [{ node: 1, output: 'output' }] } }, outputs: {}, position: { x: 3, y: 4 } },
      },
    } as unknown as Json);

    expect(edgesOf(graph).map(({ from, to, input: into }) => [from, to, into])).toEqual([['1', '2', 'other']]);
    expect(graph.nodes['2']?.position).toEqual([3, 4]);
  });

  it('loses a node with all its wires', () => {
    const graph = removeNodes(chain(), new Set(['2']));
    expect(Object.keys(graph.nodes)).toEqual(['1', '3']);
    expect(edgesOf(graph)).toEqual([]);
    expect(graph.nodes['1']?.outputs['output']?.connections).toEqual([]);
  });

  it('loses one wire and keeps the others', () => {
    const [first, ...rest] = edgesOf(chain());
    expect(edgesOf(disconnect(chain(), first ? [first] : []))).toEqual(rest);
  });

  it('does not touch what did not change', () => {
    const before = chain();
    const after = moveNodes(before, new Map([['1', [5, 5]]]));
    expect(after.nodes['2']).toBe(before.nodes['2']);
    expect(after.nodes['1']?.position).toEqual([5, 5]);
    expect(freeId(after)).toBe(4);
  });
});

describe('sockets', () => {
  const types = new NodeTypes([echo, input]);

  it('are those of the type, those saved with the node, and those only wires know', () => {
    const node = {
      ...newNode(1, echo, [0, 0]), inputs: { forgotten: { connections: [] } },
      data: { inputs: [{ name: 'city', socketKey: 'k', socketType: 'numberSocket', taskType: 'output' }, { name: 'go', taskType: 'option' }] },
    };
    expect(socketsOf(node, types.find('Old Echo')).inputs.map(({ key, type }) => [key, type])).toEqual([
      ['trigger', 'triggerSocket'], ['go', 'triggerSocket'], ['input', 'stringSocket'], ['k', 'numberSocket'], ['forgotten', 'anySocket'],
    ]);
  });

  it('fit by type, with any on either side, and triggers among themselves', () => {
    const of = (type: string) => ({ ...socket('a', type), isAdded: false });
    expect(fits(of('stringSocket'), of('stringSocket'))).toBe(true);
    expect(fits(of('stringSocket'), of('anySocket'))).toBe(true);
    expect(fits(of('stringSocket'), of('numberSocket'))).toBe(false);
    expect(fits(of('triggerSocket'), of('anySocket'))).toBe(false);
  });
});

describe('undo', () => {
  it('goes back and forth, and a new step ends the future', () => {
    let now = history.step(history.step(history.begin(1), 2), 3);
    now = history.undo(history.undo(now));
    expect(now.present).toBe(1);
    now = history.redo(now);
    expect(now.present).toBe(2);
    now = history.step(now, 9);
    expect(now.future).toEqual([]);
    expect(history.undo(now).present).toBe(2);
  });

  it('takes the typing in one field as one step', () => {
    const typed = ['h', 'he', 'hey'].reduce((now, text) => history.step(now, text, 'field'), history.begin(''));
    expect(history.undo(typed).present).toBe('');
    expect(history.undo(history.step(typed, 'hey!', 'other')).present).toBe('hey');
  });

  it('comes back to where everything began, whatever was done', () => {
    const edits = [
      (graph: Graph) => removeNodes(graph, new Set(['2'])), (graph: Graph) => setData(graph, '1', { times: 5 }),
      (graph: Graph) => paste(graph, chain(), [9, 9]).graph, (graph: Graph) => moveNodes(graph, new Map([['3', [1, 2]]])),
    ];
    const first = chain();
    let now = edits.reduce((done, change) => history.step(done, change(done.present)), history.begin(first));
    const last = now.present;
    edits.forEach(() => { now = history.undo(now); });
    expect(now.present).toBe(first);
    edits.forEach(() => { now = history.redo(now); });
    expect(now.present).toBe(last);
  });
});

describe('patches', () => {
  it.each([
    [{ a: 1, b: { c: [1, 2] } }, { a: 1, b: { c: [1, 2, 3], d: 'x' } }],
    [{ 'a/b': { '~': 1 } }, { 'a/b': { '~': 2 } }],
    [{ a: 1 }, { b: null }],
    [{}, { deep: { er: { still: true } } }],
  ] as [Json, Json][])('turn %j into %j', (from, to) => expect(apply(from, diff(from, to))).toEqual(to));

  it('are small: a moved node is its position', () => {
    const before = chain();
    const patch = diff(before as unknown as Json, moveNodes(before, new Map([['2', [7, 7]]])) as unknown as Json);
    expect(patch).toEqual([{ op: 'replace', path: '/nodes/2/position', value: [7, 7] }]);
  });

  it('are apart unless they touch the same, or what holds it', () => {
    const at = (path: string) => [{ op: 'replace', path, value: 1 } as const];
    expect(areApart(at('/nodes/1/position'), at('/nodes/1/data/x'))).toBe(true);
    expect(areApart(at('/nodes/1'), at('/nodes/1/data/x'))).toBe(false);
    expect(areApart(at('/nodes/1'), at('/nodes/11'))).toBe(true);
  });
});

describe('the clipboard', () => {
  it('carries nodes and the wires between them, under new ids', () => {
    const graph = chain();
    const pasted = pastedGraph(copied(graph, new Set(['1', '2']))) as Graph;
    const { graph: after, ids } = paste(graph, pasted, [500, 50]);

    expect([...ids]).toEqual(['4', '5']);
    expect(edgesOf(after)).toHaveLength(6);
    expect(after.nodes['4']?.position).toEqual([500, 50]);
    expect(after.nodes['1']).toBe(graph.nodes['1']);
  });

  it('is pasted with the wires that came in, where that is wanted, and with none of another spell', () => {
    const graph = chain();
    const text = copied(graph, new Set(['2']), 'this');
    expect(isCopiedFrom(text, 'this') && !isCopiedFrom(text, 'other') && !isCopiedFrom('hello', 'this')).toBe(true);
    const pasted = pastedGraph(text) as Graph;
    const wires = (incoming: boolean) => edgesOf(paste(graph, pasted, [0, 0], incoming).graph).filter(({ to, from }) => to === '4' || from === '4')
      .map(({ from, output, to, input: into }) => [from, output, to, into]);
    expect(wires(true)).toEqual([['1', 'output', '4', 'input'], ['1', 'trigger', '4', 'trigger']]);
    expect(wires(false)).toEqual([]);
  });

  it('takes a whole spell file, and refuses what is none', () => {
    expect(Object.keys(pastedGraph(JSON.stringify({ name: 'x', graph: chain() }))?.nodes ?? {})).toHaveLength(3);
    expect(pastedGraph('hello')).toBeUndefined();
    expect(pastedGraph('{"a":1}')).toBeUndefined();
  });
});

describe('the ways into a spell', () => {
  it('are its inputs by name; what nobody wrote is left to the defaults', () => {
    const graph = setData(addNode(EMPTY, newNode(1, input, [0, 0])), '1', { name: 'Message', defaultValue: 'hi' });
    const [main] = entriesOf(graph, new NodeTypes([echo, input]));
    expect(main).toMatchObject({ name: 'Message', takesText: true });
    expect(inputsFor(main ? [main] : [], '', { other: '' })).toEqual({});
    expect(inputsFor(main ? [main] : [], 'hello', { other: 'x' })).toEqual({ Message: 'hello', other: 'x' });
  });
});
