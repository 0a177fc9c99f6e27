import { useCallback, useEffect } from 'react';
import { spells } from '../../rest/spells';
import { onNews } from '../../stores/news';
import type { SpellsProject, SpellsSpellPage } from '../../wire';
import { usePages, type Pages } from '../../windows/listing/usePages';

/** News of one save after another ask once. */
const PAUSE_MS = 400;

/**
 * One's own spells, the last changed first, and anew when they change elsewhere.
 *
 * @param projects nothing until it is known which there are
 * @param name     a part of the name; empty for all
 */
export function useOwnSpells(projects: readonly SpellsProject[] | undefined, project: string | undefined, name: string): Pages<SpellsSpellPage> {
  const isReady = projects !== undefined;
  const ask = useCallback((after?: string) => isReady ? spells.list({ project, name, after }) : new Promise<never>(() => undefined), [isReady, project, name]);
  const own = usePages(ask);
  const { again } = own;
  // Who has gone down the list is not thrown back to its beginning.
  const isAtStart = own.pages.length <= 1;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = onNews(({ news }) => {
      if (news === 'spells' && isAtStart) {
        clearTimeout(timer);
        timer = setTimeout(again, PAUSE_MS);
      }
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [again, isAtStart]);
  return own;
}
