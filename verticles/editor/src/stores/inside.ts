import { create } from 'zustand';
import { Failure } from '../bridge/failures';
import type { StoredNode } from '../spell/graph';
import { api } from '../rest/api';
import { documentOf } from './documents';
import { open } from './opening';

/** A sub-spell that was stepped into, and where its nodes are in the runs of the spell around it. */
export interface Inside {
  readonly spell: string;
  /** How places in it begin: `7/`, `7/3/`. */
  readonly prefix: string;
}

/** The sub-spells between the spell that is open and what is drawn, outermost first. */
export const useInside = create<{ readonly of: string; readonly path: readonly Inside[] }>(() => ({ of: '', path: [] }));

/** What is drawn while a spell is open: itself, or the sub-spell that was stepped into. */
export function useDrawn(spell: string): Inside {
  const last = useInside((state) => state.of === spell ? state.path.at(-1) : undefined);
  return last ?? { spell, prefix: '' };
}

export function drawnIn(spell: string): string {
  return pathIn(spell).at(-1)?.spell ?? spell;
}

/** What was stepped into while a spell is open, outermost first. */
export function pathIn(spell: string): readonly Inside[] {
  const { of, path } = useInside.getState();
  return of === spell ? path : [];
}

/** Steps into the spell that a Spell node names. */
export async function stepInto(root: string, node: StoredNode): Promise<void> {
  const child = await named(String(node.data['spell'] ?? node.data['spellId'] ?? ''), String(node.data['spellName'] ?? ''));
  await open(child);
  useInside.setState(({ of, path }) => {
    const before = of === root ? path : [];
    return { of: root, path: [...before, { spell: child, prefix: `${before.at(-1)?.prefix ?? ''}${node.id}/` }] };
  });
}

/** Steps out to the nth level; 0 is the spell itself. */
export function stepOut(level: number): void {
  useInside.setState(({ path }) => ({ path: path.slice(0, level) }));
}

export function nameOf(spell: string): string {
  return documentOf(spell)?.history.present.name ?? '';
}

/** By id, else by name, as the engine finds it: the newest of a name. */
async function named(id: string, name: string): Promise<string> {
  const { items } = await api.spells();
  const found = items.find((spell) => spell.id === id)
    ?? items.filter((spell) => spell.name === name || spell.name === id).toSorted((a, b) => b.created.localeCompare(a.created))[0];
  if (!found) {
    throw new Failure('NOT_FOUND', `There is no spell '${name || id}' to step into. Name one in the inspector.`);
  }
  return found.id;
}
