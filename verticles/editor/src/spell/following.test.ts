import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json';
import type { NodeTypeInfo } from '../wire';
import { addNode, connect, newNode, setData } from './edit';
import { followed } from './following';
import { EMPTY, type Graph } from './graph';
import { NodeTypes } from './types';

const socket = (key: string, type = 'anySocket') => ({ key, name: key, type, required: false });
const trigger = socket('trigger', 'triggerSocket');
const type = (name: string, title: string, inputs: NodeTypeInfo['inputs'], outputs: NodeTypeInfo['outputs']): NodeTypeInfo =>
  ({ type: name, title, group: '', help: '', aliases: [], effect: 'pure', inputs, outputs, controls: [] });
const types = new NodeTypes([
  type('input', 'Input', [], [socket('output'), trigger]), type('output', 'Output', [trigger, socket('input')], [trigger]),
  type('trigger-in', 'Trigger In', [], [trigger]), type('trigger-out', 'Trigger Out', [trigger], []),
  type('spell', 'Spell', [trigger, socket('event')], [trigger]), type('echo', 'Echo', [trigger, socket('input')], [socket('output')]),
]);

function spellOf(...ends: readonly (readonly [string, JsonObject])[]): Graph {
  return ends.reduce((graph, [name, data], at) => setData(addNode(graph, newNode(at + 1, types.find(name) as NodeTypeInfo, [0, at * 100])), String(at + 1), data), EMPTY);
}

/** A Spell node 1, with Echo 2 before it and Echo 3 behind it. */
const PARENT = ['spell', 'echo', 'echo'].reduce((graph, name, at) => addNode(graph, newNode(at + 1, types.find(name) as NodeTypeInfo, [at * 300, 0])), EMPTY);
const names = (graph: Graph) => (['inputs', 'outputs'] as const).map((side) => (graph.nodes['1']?.data[side] as readonly JsonObject[] | undefined ?? []).map(({ name, socketKey }) => name === socketKey ? name : `${String(socketKey)}:${String(name)}`));
const into = (graph: Graph, input: string) => connect(graph, { from: '2', output: 'output', to: '1', input });

const CHILD = spellOf(['Trigger In', { name: 'Start' }], ['Input', { name: 'Question' }], ['Input', { name: 'Tone', socketKey: 'k-7' }], ['Output', { name: 'Answer' }], ['Trigger Out', { name: 'unsure' }]);

describe('a Spell node', () => {
  const first = followed(PARENT, '1', CHILD, types);

  it('has the ways in and out of the spell it runs', () => {
    expect(names(first)).toEqual([['Question', 'k-7:Tone'], ['Answer', 'unsure']]);
    const out = (first.nodes['1']?.data['outputs'] as readonly JsonObject[])[1];
    expect(out).toMatchObject({ socketType: 'triggerSocket', taskType: 'option' });
  });

  it('stays the very same while that spell does', () => {
    expect(followed(first, '1', CHILD, types)).toBe(first);
    expect(followed(first, '9', CHILD, types)).toBe(first);
  });

  it('goes along when one is called something else, and its wire holds', () => {
    const wired = into(into(first, 'Question'), 'k-7');
    const renamed = spellOf(['Input', { name: 'Query' }], ['Input', { name: 'Manner', socketKey: 'k-7' }], ['Output', { name: 'Answer' }], ['Trigger Out', { name: 'unsure' }]);
    const after = followed(wired, '1', renamed, types);
    expect(names(after)[0]).toEqual(['Question:Query', 'k-7:Manner']);
    expect(after.nodes['1']?.inputs).toEqual(wired.nodes['1']?.inputs);
  });

  it('lets go what is gone, unless a wire holds it', () => {
    const less = spellOf(['Output', { name: 'Answer' }]);
    expect(names(followed(first, '1', less, types))).toEqual([[], ['Answer']]);
    expect(names(followed(into(first, 'Question'), '1', less, types))).toEqual([['Question'], ['Answer']]);
  });

  it('is told apart where several spells begin', () => {
    const two = spellOf(['Trigger In', { name: 'Ask' }], ['Trigger In', { name: 'Forget' }], ['Trigger Out', { name: 'trigger' }]);
    expect(names(followed(PARENT, '1', two, types))).toEqual([['Ask', 'Forget'], []]);
  });

  it('keeps sockets as old files have them, by key or by name', () => {
    const old: Json = [{ name: 'Question', socketKey: 'input-233', socketType: 'stringSocket' }, { name: 'Answer to no one', socketKey: 'x' }];
    const saved = setData(PARENT, '1', { inputs: old });
    expect((followed(saved, '1', CHILD, types).nodes['1']?.data['inputs'] as readonly Json[])[0]).toEqual((old as readonly Json[])[0]);
    expect(names(followed(into(setData(PARENT, '1', { inputs: [{ name: 'Question', socketKey: 'input-233' }] }), 'Question'), '1', spellOf(['Input', { name: 'Query' }]), types))[0])
      .toEqual(['input-233:Question']);
  });

  it('has none for what is disabled', () => {
    expect(names(followed(PARENT, '1', spellOf(['Input', { name: 'Off', disabled: true }], ['Input', { name: 'On' }]), types))[0]).toEqual(['On']);
  });
});
