import type {
  NodeTypeInfo, Operations, RunEvent, RunnerRunPage, RunView, SpellsImported, SpellsSpell, SpellsSpellHead,
  SpellsVersionPage, UsersAccount, UsersCreatedKey, UsersKeys, UsersSessions, UsersTicket,
} from '../wire';
import type { Json, JsonObject } from '../json';
import { rest } from './rest';

const id = encodeURIComponent;

/** What the editor asks over REST, by name. */
export const api = {
  me: () => rest<UsersAccount>('GET', '/api/users/me'),
  ticket: () => rest<UsersTicket>('POST', '/api/auth/tickets'),
  /** What SockJS tells of itself, and whether it takes requests in place of a WebSocket. */
  bridge: () => rest<{ xhr: boolean }>('GET', '/eventbus/info'),
  logout: () => rest<void>('POST', '/api/auth/logout'),
  sessions: () => rest<UsersSessions>('GET', '/api/auth/sessions'),
  endSession: (session: string) => rest<void>('DELETE', `/api/auth/sessions/${id(session)}`),
  keys: () => rest<UsersKeys>('GET', '/api/auth/keys'),
  createKey: (name: string) => rest<UsersCreatedKey>('POST', '/api/auth/keys', { name }),
  revokeKey: (key: string) => rest<void>('DELETE', `/api/auth/keys/${id(key)}`),

  nodeTypes: () => rest<{ nodeTypes: NodeTypeInfo[] }>('GET', '/api/node-types'),
  templates: () => rest<{ items: Template[] }>('GET', '/api/templates'),
  template: (name: string) => rest<Json>('GET', `/api/templates/${id(name)}`),

  spell: (spell: string) => rest<SpellsSpell>('GET', `/api/spells/${id(spell)}`),
  /** @param project the first one if absent, here as elsewhere */
  createSpell: (name: string, graph: Json, project?: string) =>
    rest<SpellsSpell>('POST', '/api/spells', { name, graph, ...(project === undefined ? {} : { project }) }),
  deleteSpell: (spell: string) => rest<void>('DELETE', `/api/spells/${id(spell)}`),
  importFile: (file: Json, project?: string) => rest<SpellsImported>('POST', `/api/spells/import${project ? `?project=${id(project)}` : ''}`, file),
  exportSpell: (spell: string) => rest<JsonObject>('GET', `/api/spells/${id(spell)}/export`),
  versions: (spell: string, after?: string) =>
    rest<SpellsVersionPage>('GET', `/api/spells/${id(spell)}/versions?limit=50${after ? `&after=${id(after)}` : ''}`),
  version: (spell: string, version: number) => rest<SpellsSpell>('GET', `/api/spells/${id(spell)}/versions/${version}`),
  publish: (spell: string, version: number) => rest<SpellsSpellHead>('POST', `/api/spells/${id(spell)}/publish`, { version }),

  runs: (spell?: string, after?: string) => rest<RunnerRunPage>('GET',
    `/api/runs?limit=50${spell ? `&spell=${id(spell)}` : ''}${after ? `&after=${id(after)}` : ''}`),
  run: (run: string) => rest<RunView>('GET', `/api/runs/${id(run)}`),
  runEvents: (run: string, after: number) => rest<RunEventPage>('GET', `/api/runs/${id(run)}/events?after=${after}`),
  answerRun: (run: string, step: string, value: Json) => rest<RunView>('POST', `/api/runs/${id(run)}/answers`, { step, value }),
  cancelRun: (run: string) => rest<RunView>('POST', `/api/runs/${id(run)}/cancel`),
  resumeRun: (run: string, again?: readonly string[]) =>
    rest<RunView>('POST', `/api/runs/${id(run)}/resume`, again ? { again } : {}),
  value: (run: string, ref: string) => rest<Operations['spellmesh.runner.value']['answer']>('GET', `/api/runs/${id(run)}/values/${id(ref)}`),
};

/** A part of a run's events; `next` where there are more. */
export interface RunEventPage {
  readonly items: readonly RunEvent[];
  readonly next?: string;
  readonly reset?: boolean;
}

/** An example spell that comes with the program. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly about?: string;
  readonly group?: string;
}
