// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Failure } from '../bridge/failures';
import type { JsonObject } from '../json';
import { spells } from '../rest/spells';
import type { SpellsSpell } from '../wire';
import { pathIn, stepInto, useInside } from './inside';
import * as opening from './opening';

const calling = (id: number, data: JsonObject) => ({ id, name: 'Spell', data, inputs: {}, outputs: {}, position: [0, 0] as const });
const found = (id: string) => ({ id }) as SpellsSpell;

beforeEach(() => {
  useInside.setState({ of: '', path: [] });
  vi.spyOn(opening, 'open').mockResolvedValue();
});
afterEach(() => vi.restoreAllMocks());

it('is led by the server into the spell of a name, from the spell that is drawn', async () => {
  const called = vi.spyOn(spells, 'called').mockImplementation(async (_, name) => found(`id of ${name}`));
  await stepInto('root', calling(7, { spellName: 'old one' }));
  await stepInto('root', calling(3, { spell: { id: 'deeper' } }));

  expect(called.mock.calls).toEqual([['root', 'old one'], ['id of old one', 'deeper']]);
  expect(pathIn('root')).toEqual([{ spell: 'id of old one', prefix: '7/' }, { spell: 'id of deeper', prefix: '7/3/' }]);
});

it('goes by the next name where there is no spell of the first, as a run does', async () => {
  vi.spyOn(spells, 'called').mockRejectedValueOnce(new Failure('NOT_FOUND', 'no spell')).mockResolvedValue(found('b'));
  await stepInto('root', calling(7, { spellId: 'gone', spell: 'B' }));

  expect(pathIn('root')).toEqual([{ spell: 'b', prefix: '7/' }]);
});

it('says which spell there is none of, and why nobody could say', async () => {
  const called = vi.spyOn(spells, 'called').mockRejectedValue(new Failure('NOT_FOUND', 'no spell'));
  await expect(stepInto('root', calling(7, { spellName: 'Gone' }))).rejects.toThrow("There is no spell 'Gone' to step into.");
  called.mockRejectedValue(new Failure('UNAVAILABLE', 'the database is away'));
  await expect(stepInto('root', calling(7, { spellName: 'Gone' }))).rejects.toThrow('the database is away');
  expect(pathIn('root')).toEqual([]);
});
