import { expect, it } from 'vitest';
import type { NodeTypeInfo } from '../wire';
import { connect } from './edit';
import { readGraph } from './graph';
import { namesInto } from './named';

it('names what the type has, what the node has beyond it, and what wires bring, each once and without triggers', () => {
  const drawn = readGraph({ nodes: {
    1: { id: 1, name: 'Echo', data: {}, inputs: {}, outputs: {}, position: [0, 0] },
    2: { id: 2, name: 'Code', data: { inputs: [{ name: 'Age', socketKey: 'k' }] }, inputs: {}, outputs: {}, position: [0, 0] },
  } });
  const graph = connect(connect(drawn, { from: '1', output: 'output', to: '2', input: 'Age' }), { from: '1', output: 'trigger', to: '2', input: 'trigger' });
  const type = { outputs: [], inputs: [{ key: 'trigger', name: 'trigger', type: 'triggerSocket', required: false }, { key: 'x', name: 'X', type: 'anySocket', required: false }] } as unknown as NodeTypeInfo;

  expect(namesInto(graph, '2', graph.nodes[2]!, type)).toEqual(['X', 'Age']);
});
