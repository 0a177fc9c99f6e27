import { afterEach, expect, it, vi } from 'vitest';
import { Failure } from '../bridge/failures';
import * as way from './rest';
import { copyOf, spells } from './spells';

afterEach(() => vi.restoreAllMocks());

const asked = (answer: (method: string, path: string, body: unknown) => unknown) =>
  vi.spyOn(way, 'rest').mockImplementation((async (method: string, path: string, body?: unknown) => answer(method, path, body)) as typeof way.rest);

it('lists the last changed first, and of a project and a name only where those are given', async () => {
  const rest = asked(() => ({ items: [] }));
  await spells.list({});
  await spells.list({ project: 'p', name: 'a&b', after: 'n', limit: 5 });

  expect(rest.mock.calls.map(([, path]) => path)).toEqual([
    '/api/spells?order=changed&limit=24', '/api/spells?project=p&name=a%26b&order=changed&limit=5&after=n',
  ]);
});

it('renames what was saved meanwhile too, on top of that', async () => {
  const rest = asked((method, _, body) => {
    if (method === 'PUT' && (body as { base: number }).base === 3) {
      throw new Failure('CONFLICT', 'spell s is at version 7');
    }
    return { version: 7 };
  });
  await spells.rename('s', 'New', 3);

  expect(rest.mock.calls.at(-1)).toEqual(['PUT', '/api/spells/s', { base: 7, name: 'New' }]);
});

it('says why a spell could not be renamed', async () => {
  asked(() => {
    throw new Failure('NOT_FOUND', 'there is no spell');
  });

  await expect(spells.rename('s', 'New', 3)).rejects.toThrow('there is no spell');
});

it('copies a file with all it has but the ids by which spells call the first', () => {
  const file = { format: 'spellmesh/1', id: 's', name: 'A', graph: { nodes: {} }, wrapper: { id: 'old', formerIds: ['old', 'older'], gameState: { gold: 3 } } };

  expect(copyOf(file, 'A copy')).toEqual({ format: 'spellmesh/1', name: 'A copy', graph: { nodes: {} }, wrapper: { gameState: { gold: 3 } } });
  expect(copyOf({ id: 's', name: 'A', graph: {} }, 'B')).toEqual({ name: 'B', graph: {} });
});
