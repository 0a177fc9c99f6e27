import { create } from 'zustand';
import { Failure } from '../bridge/failures';
import { isObject } from '../json';
import type { StoredNode } from '../spell/graph';
import { spells } from '../rest/spells';
import { documentOf } from './documents';
import { open } from './opening';
import type { SpellsSpell } from '../wire';

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
  const child = (await runBy(drawnIn(root), node))?.id;
  if (child === undefined) {
    throw new Failure('NOT_FOUND', `There is no spell '${namesIn(node.data).at(-1) ?? ''}' to step into. Name one in the inspector.`);
  }
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

/** The spell that a Spell node runs, found by whoever finds it for a run; undefined if there is none. */
export async function runBy(spell: string, { data }: StoredNode): Promise<SpellsSpell | undefined> {
  for (const name of namesIn(data)) {
    const found = await calledBy(spell, name);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** What no spell can be called, none is called. */
function calledBy(spell: string, name: string): Promise<SpellsSpell | undefined> {
  return spells.called(spell, name).catch((error: unknown) => {
    if (error instanceof Failure && (error.code === 'NOT_FOUND' || error.code === 'BAD_REQUEST')) {
      return undefined;
    }
    throw error;
  });
}

function namesIn({ spellId, spell, spellName }: StoredNode['data']): readonly string[] {
  return [spellId, spell, spellName].map((name) => isObject(name) ? name['id'] : name)
    .filter((name): name is string => typeof name === 'string' && name.trim() !== '');
}
