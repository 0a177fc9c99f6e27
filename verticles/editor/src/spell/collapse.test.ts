import { describe, expect, it } from 'vitest';
import type { NodeTypeInfo } from '../wire';
import { collapsed, type Collapsed } from './collapse';
import { addNode, connect, newNode } from './edit';
import { edgesOf, EMPTY, type Graph } from './graph';
import { NodeTypes } from './types';

const socket = (key: string, type = 'anySocket') => ({ key, name: key, type, required: false });
const trigger = (key = 'trigger') => socket(key, 'triggerSocket');
const type = (name: string, title: string, inputs: NodeTypeInfo['inputs'], outputs: NodeTypeInfo['outputs'], group = 'Data'): NodeTypeInfo =>
  ({ type: name, title, group, help: '', aliases: [], effect: 'pure', inputs, outputs, controls: [] });
const types = new NodeTypes([
  type('echo', 'Echo', [trigger(), socket('input')], [trigger(), socket('output')]),
  type('value', 'Value', [], [socket('output')]),
  type('for-each', 'For Each', [trigger(), socket('list')], [trigger('act'), trigger('done'), socket('element')], 'Loops'),
  type('input', 'Input', [], [socket('output'), trigger()]), type('output', 'Output', [trigger(), socket('input')], [trigger()]),
  type('trigger-in', 'Trigger In', [], [trigger()]), type('trigger-out', 'Trigger Out', [trigger()], []),
  type('spell', 'Spell', [trigger()], [trigger()]),
]);

function drawn(nodes: readonly (readonly [number, string])[], wires: readonly string[]): Graph {
  const all = nodes.reduce((graph, [id, name]) => addNode(graph, newNode(id, types.find(name) as NodeTypeInfo, [id * 100, 0])), EMPTY);
  return wires.reduce((graph, wire) => {
    const [from = '', output = '', to = '', input = ''] = wire.split(/[. >]+/);
    return connect(graph, { from, output, to, input });
  }, all);
}

const wiresIn = (graph: Graph) => edgesOf(graph).map(({ from, output, to, input }) => `${from}.${output} > ${to}.${input}`).sort();
const named = (graph: Graph) => Object.fromEntries(Object.entries(graph.nodes).map(([id, { name, data }]) => [id, [name, data['name']]]));

/** Trigger In 1 → 2 → 3 → Output 4, by trigger and by data; 5 is a value that 2 and 3 read. */
const chain = drawn([[1, 'Trigger In'], [2, 'Echo'], [3, 'Echo'], [4, 'Output'], [5, 'Value']], [
  '1.trigger > 2.trigger', '2.trigger > 3.trigger', '3.trigger > 4.trigger', '2.output > 3.input', '3.output > 4.input', '5.output > 2.input', '5.output > 3.more',
]);

describe('a selection that becomes a spell', () => {
  const { child, within } = collapsed(chain, new Set(['2', '3']), types) as Collapsed;
  const { graph, id } = within(chain, { id: 'the-child', name: 'Part' });

  it('keeps its nodes and wires, and has an end for each source that crosses', () => {
    expect(named(child)).toEqual({
      2: ['Echo', undefined], 3: ['Echo', undefined], 4: ['Trigger In', 'trigger'], 5: ['Input', 'input'], 6: ['Trigger Out', 'trigger'], 7: ['Output', 'output'],
    });
    expect(wiresIn(child)).toEqual([
      '2.output > 3.input', '2.trigger > 3.trigger', '3.output > 7.input', '3.trigger > 6.trigger', '3.trigger > 7.trigger',
      '4.trigger > 2.trigger', '5.output > 2.input', '5.output > 3.more',
    ]);
  });

  it('is one node in its place, wired as it was', () => {
    expect(graph.nodes[id]?.data).toMatchObject({ spellId: 'the-child', spellName: 'Part' });
    expect(wiresIn(graph)).toEqual([`1.trigger > ${id}.trigger`, `5.output > ${id}.input`, `${id}.output > 4.input`, `${id}.trigger > 4.trigger`].sort());
    expect((graph.nodes[id]?.data['inputs'] as { socketKey: string; taskType: string }[]).map(({ socketKey, taskType }) => [socketKey, taskType]))
      .toEqual([['input', 'output']]);
  });

  it('reaches an output that no trigger comes to where the spell is left, or at its last step', () => {
    const values = drawn([[1, 'Trigger In'], [2, 'Echo'], [3, 'Echo'], [4, 'Output']], ['1.trigger > 2.trigger', '2.output > 3.input', '3.output > 4.input', '2.trigger > 4.trigger']);
    expect(wiresIn((collapsed(values, new Set(['2', '3']), types) as Collapsed).child)).toContain('2.trigger > 5.trigger');
    const ends = drawn([[1, 'Trigger In'], [2, 'Echo'], [3, 'Echo'], [4, 'Output']], ['1.trigger > 2.trigger', '2.output > 3.input', '3.output > 4.input']);
    const { child: last } = collapsed(ends, new Set(['2', '3']), types) as Collapsed;
    const exit = Object.entries(last.nodes).find(([, { name }]) => name === 'Output')?.[0];
    expect(wiresIn(last)).toContain(`2.trigger > ${exit}.trigger`);
  });

  it('is refused with the reason where it would be another spell', () => {
    expect(collapsed(chain, new Set(['1', '2']), types)).toEqual({ why: 'Trigger In 1 begins or ends the runs of this spell. Leave it out of the selection.' });
    expect(collapsed(chain, new Set(), types)).toEqual({ why: 'Select the nodes that are to be a spell of their own first.' });
    const around = drawn([[1, 'Echo'], [2, 'Echo'], [3, 'Echo']], ['1.trigger > 2.trigger', '2.output > 3.input']);
    expect(collapsed(around, new Set(['1', '3']), types)).toEqual({ why: 'Echo 2 lies between the selected nodes. Select it too.' });
  });

  it('may lie in a loop that it leads back to', () => {
    const loop = drawn([[1, 'For Each'], [2, 'Echo'], [3, 'Echo']], ['1.act > 2.trigger', '2.trigger > 3.trigger', '3.trigger > 1.trigger', '1.element > 2.input']);
    expect(collapsed(loop, new Set(['2', '3']), types)).not.toHaveProperty('why');
  });
});
