import { describe, expect, it } from 'vitest';
import { addNode, connect } from './edit';
import { foundIn } from './find';
import { EMPTY, type Graph, type StoredNode } from './graph';
import { runOrder } from './order';

const node = (id: number, x: number, y = 0, data: StoredNode['data'] = {}): StoredNode => ({ id, name: 'Echo', data, inputs: {}, outputs: {}, position: [x, y] });

function drawn(nodes: readonly StoredNode[], wires: readonly (readonly [number, number])[]): Graph {
  return wires.reduce((graph, [from, to]) => connect(graph, { from: String(from), output: 'out', to: String(to), input: 'in' }), nodes.reduce(addNode, EMPTY));
}

describe('the order of a run', () => {
  it('follows the wires whatever lies where, and goes from the left and the top where they leave a choice', () => {
    const nodes = [node(1, 900), node(2, 0, 50), node(3, 0, 10), node(4, 400)];
    expect(runOrder(drawn(nodes, [[1, 2], [3, 1], [3, 4]]))).toEqual(['3', '4', '1', '2']);
    expect(runOrder(drawn(nodes, []))).toEqual(['3', '2', '4', '1']);
  });

  it('has every node once where wires lead back', () => {
    const nodes = [node(1, 0), node(2, 100), node(3, 200), node(4, 300)];
    expect(runOrder(drawn(nodes, [[1, 2], [2, 3], [3, 2], [2, 4]]))).toEqual(['1', '2', '3', '4']);
    expect(runOrder(drawn(nodes, [[1, 1], [4, 3], [3, 4]]))).toEqual(['1', '2', '3', '4']);
  });
});

describe('what is found in a node', () => {
  const prompt = node(1, 0, 0, { prompt: `Answer as a pirate would, and in one sentence only, ${'please '.repeat(20)}`, nested: { list: ['Deep Blue'] } });

  it('is said by where it stands, and by nothing for a title or type', () => {
    expect(foundIn(prompt, 'Say it', undefined, 'ECHO')).toBe('');
    expect(foundIn(prompt, 'Say it', undefined, 'say')).toBe('');
    expect(foundIn(prompt, 'Say it', undefined, 'pirate')).toMatch(/^Answer as a pirate would.*…$/);
    expect(foundIn(prompt, 'Say it', undefined, 'deep blue')).toBe('Deep Blue');
    expect(foundIn(prompt, 'Say it', undefined, 'parrot')).toBeUndefined();
  });
});
