import type { Json } from '../json';
import type { StatesState } from '../wire';
import { query } from './query';
import { rest } from './rest';

const at = (spell: string, name?: string) => `/api/spells/${encodeURIComponent(spell)}/state${query({ name })}`;

/** What spells remember of the person from run to run. */
export const state = {
  get: (spell: string) => rest<StatesState>('GET', at(spell)),
  put: (spell: string, name: string, value: Json) => rest<StatesState>('PUT', at(spell, name), value),
  forget: (spell: string, name: string) => rest<StatesState>('DELETE', at(spell, name)),
  forgetAll: (spell: string) => rest<StatesState>('DELETE', at(spell)),
};
