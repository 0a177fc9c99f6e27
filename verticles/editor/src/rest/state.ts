import type { Json } from '../json';
import type { StatesState } from '../wire';
import { rest } from './rest';

const all = (spell: string) => `/api/spells/${encodeURIComponent(spell)}/state`;
/** An empty name too: without one, all of the state is meant. */
const one = (spell: string, name: string) => `${all(spell)}?name=${encodeURIComponent(name)}`;

/** What spells remember of the person from run to run. */
export const state = {
  get: (spell: string) => rest<StatesState>('GET', all(spell)),
  put: (spell: string, name: string, value: Json) => rest<StatesState>('PUT', one(spell, name), value),
  forget: (spell: string, name: string) => rest<StatesState>('DELETE', one(spell, name)),
  forgetAll: (spell: string) => rest<StatesState>('DELETE', all(spell)),
};
