import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as history from '../spell/history';
import { EMPTY, type Graph } from '../spell/graph';
import { addNode, moveNodes, setData } from '../spell/edit';
import type { SpellsSpell } from '../wire';
import type { Document } from './documents';

// Stores keep things in the browser; here is none.
const kept = new Map<string, string>();
vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) });

const id = '11111111-1111-4111-8111-111111111111';
const at = '2026-11-22T10:00:00.000Z';
const base: Graph = [1, 2].reduce((graph, node) => addNode(graph, {
  id: node, name: 'Echo', data: { text: 'old' }, inputs: {}, outputs: {}, position: [node * 100, 0],
}), EMPTY);

function drawn(graph: Graph): Document {
  const saved = { name: 'Spell', graph: base };
  return {
    spell: id, project: 'p', version: 1, published: undefined, saved, saving: 'dirty', theirs: undefined, trouble: undefined,
    history: history.step(history.begin(saved), { name: 'Spell', graph }),
  };
}

function saved(graph: Graph, version = 2): SpellsSpell {
  return { id, project: id, name: 'Spell', version, graph: graph as unknown as SpellsSpell['graph'], created: at, updated: at };
}

describe('what two pages saved', () => {
  let merged: typeof import('./saving').merged;
  beforeAll(async () => {
    ({ merged } = await import('./saving'));
  });

  it('is put together where they leave each other alone', () => {
    const together = merged(drawn(setData(base, '1', { text: 'mine' })), saved(moveNodes(base, new Map([['2', [9, 9]]]))));

    expect(together?.version).toBe(2);
    expect(together?.history.present.graph.nodes['1']?.data['text']).toBe('mine');
    expect(together?.history.present.graph.nodes['2']?.position).toEqual([9, 9]);
    expect(together?.saving).toBe('dirty');
  });

  it('is left to the person where both changed the same', () => {
    expect(merged(drawn(setData(base, '1', { text: 'mine' })), saved(setData(base, '1', { text: 'theirs' })))).toBeUndefined();
  });

  it('is simply theirs where nothing was drawn here', () => {
    const together = merged(drawn(base), saved(setData(base, '1', { text: 'theirs' }), 5));
    expect(together).toMatchObject({ version: 5, saving: 'saved' });
    expect(together?.history.present.graph.nodes['1']?.data['text']).toBe('theirs');
  });
});
