import { useCallback, useState } from 'react';
import { events } from '../../rest/events';
import type { EventsPlace, EventsRecalled } from '../../wire';
import { usePages, type Pages } from '../listing/usePages';

export type Field = 'type' | 'sender' | 'observer' | 'client' | 'channel';
export type Filter = { readonly [F in Field]?: string } & { readonly hours?: number };

const FIRST = 50;
/** The server recalls no more at once. */
const MOST = 1_000;
const HOUR_MS = 3_600_000;

/** The newest events that fit. There are no pages of events; who wants more asks for more at once. */
export function useEvents(filter: Filter): Pages<EventsRecalled> {
  const [asked, setAsked] = useState({ filter, count: FIRST });
  const count = asked.filter === filter ? asked.count : FIRST;
  const ask = useCallback(() => {
    const { hours, ...fields } = filter;
    const place: EventsPlace = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
    return events.recall({ place, count, ...(hours === undefined ? {} : { after: new Date(Date.now() - hours * HOUR_MS).toISOString() }) });
  }, [filter, count]);
  const recalled: Pages<EventsRecalled> = usePages(ask);
  const isFull = (recalled.pages[0]?.items.length ?? 0) >= count && count < MOST;
  return { ...recalled, more: isFull ? () => setAsked({ filter, count: Math.min(MOST, count * 4) }) : undefined };
}
