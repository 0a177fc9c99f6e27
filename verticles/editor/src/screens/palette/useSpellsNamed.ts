import { useEffect, useState } from 'react';
import { spells } from '../../rest/spells';
import { complain } from '../../stores/notices';
import { useSettled } from '../../windows/listing/useSettled';
import type { SpellsSpellHead, SpellsSpellPage } from '../../wire';

const FIRST = 200;

/** The spells that were changed last, and where there are more than those, all with a text in their names. */
export function useSpellsNamed(text: string): readonly SpellsSpellHead[] {
  const [last, setLast] = useState<SpellsSpellPage>({ items: [] });
  const [named, setNamed] = useState<readonly SpellsSpellHead[]>([]);
  const sought = useSettled(text.trim(), 200);
  const hasMore = last.next !== undefined;
  useEffect(() => {
    spells.list({ limit: FIRST }).then(setLast).catch(complain);
  }, []);
  useEffect(() => {
    let isOver = false;
    if (hasMore && sought !== '') {
      spells.list({ name: sought }).then(({ items }) => isOver || setNamed(items)).catch(complain);
    }
    return () => {
      isOver = true;
    };
  }, [hasMore, sought]);
  return [...last.items, ...named.filter(({ id }) => !last.items.some((one) => one.id === id))];
}
