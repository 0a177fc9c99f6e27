import { Failure } from '../bridge/failures';
import { isObject, type JsonObject } from '../json';
import type { SpellsImported, SpellsProject, SpellsProjectPage, SpellsSpell, SpellsSpellHead, SpellsSpellPage } from '../wire';
import { api } from './api';
import { query } from './query';
import { rest } from './rest';

/** Which spells are listed, the last changed first. */
export interface Wanted {
  readonly project?: string | undefined;
  /** A part of the name, in any case. */
  readonly name?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number;
}

const one = (spell: string) => `/api/spells/${encodeURIComponent(spell)}`;

/** What is done with spells as wholes: the shelf they stand on, and not what is drawn in them. */
export const spells = {
  list: ({ project, name, after, limit = 24 }: Wanted) =>
    rest<SpellsSpellPage>('GET', `/api/spells${query({ project, name, order: 'changed', limit, after })}`),
  /** The spell that a Spell node of another calls by this: its id, the id it had in its file, or its name. */
  called: (spell: string, name: string) => rest<SpellsSpell>('GET', `${one(spell)}/called${query({ name })}`),
  /** The name alone: what others saved meanwhile stays as it is. */
  rename: async (spell: string, name: string, version: number): Promise<SpellsSpell> => {
    try {
      return await rest<SpellsSpell>('PUT', one(spell), { base: version, name });
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'CONFLICT')) {
        throw error;
      }
      return rest<SpellsSpell>('PUT', one(spell), { base: (await api.spell(spell)).version, name });
    }
  },
  move: (spell: string, project: string) => rest<SpellsSpellHead>('PUT', `${one(spell)}/project`, { project }),
  /** Another of the same, with what its file said beside the graph; spells that call the first still do. */
  duplicate: async ({ id, project }: Pick<SpellsSpellHead, 'id' | 'project'>, name: string): Promise<SpellsImported> =>
    api.importFile(copyOf(await api.exportSpell(id), name), project),
};

const shelf = (project: string) => `/api/projects/${encodeURIComponent(project)}`;

/** The parts into which a person's spells are sorted. Everyone has one. */
export const projects = {
  list: () => rest<SpellsProjectPage>('GET', '/api/projects?limit=200'),
  create: (name: string) => rest<SpellsProject>('POST', '/api/projects', { name }),
  rename: (project: string, name: string) => rest<SpellsProject>('PUT', shelf(project), { name }),
  delete: (project: string) => rest<void>('DELETE', shelf(project)),
  export: (project: string) => rest<JsonObject>('GET', `${shelf(project)}/export`),
};

/** A file of a spell under another name, and without the ids by which spells call the one it was. */
export function copyOf({ id: _, wrapper, ...file }: JsonObject, name: string): JsonObject {
  if (!isObject(wrapper)) {
    return { ...file, name };
  }
  const { id: __, formerIds: ___, ...kept } = wrapper;
  return { ...file, name, wrapper: kept };
}
