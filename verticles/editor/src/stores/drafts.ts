import type { Json } from '../json';
import type { Operation } from '../spell/patch';

/** Changes that no server has yet, kept in this browser so that nothing drawn is lost with the page. */
export interface Draft {
  readonly base: number;
  readonly patch: readonly Operation[];
}

const key = (spell: string): string => `spellmesh.draft.${spell}`;

export function keepDraft(spell: string, draft: Draft): void {
  try {
    localStorage.setItem(key(spell), JSON.stringify(draft));
  } catch (error) {
    // Where the browser keeps no more, the page is all there is; it says so when it is left.
    console.warn('The draft does not fit into what this browser keeps.', error);
  }
}

export function dropDraft(spell: string): void {
  localStorage.removeItem(key(spell));
}

export function keptDraft(spell: string): Draft | undefined {
  const text = localStorage.getItem(key(spell));
  if (text === null) {
    return undefined;
  }
  const draft = JSON.parse(text) as { base?: Json; patch?: Json };
  return typeof draft.base === 'number' && Array.isArray(draft.patch) ? draft as unknown as Draft : undefined;
}
