import { useEffect, useState } from 'react';
import type { EventsEvent } from '../../wire';
import type { Field, Filter } from './useEvents';

const FIELDS: readonly (readonly [Field, string])[] = [
  ['type', 'Type'], ['sender', 'From'], ['observer', 'To'], ['client', 'Client'], ['channel', 'Channel'],
];
const TIMES: readonly (readonly [number | undefined, string])[] = [[undefined, 'Any time'], [1, 'Last hour'], [24, 'Last day'], [168, 'Last week']];
/** So long after the last key the server is asked. */
const PAUSE_MS = 350;

interface Props {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** Whose words are offered. */
  readonly seen: readonly EventsEvent[];
}

/** By what events are chosen; all that is given must be the same. */
export function Filters({ filter, onFilter, seen }: Props) {
  const [typed, setTyped] = useState(filter);
  useEffect(() => {
    if (typed !== filter) {
      const timer = setTimeout(() => onFilter(typed), PAUSE_MS);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [typed, filter, onFilter]);
  const isSet = Object.values(typed).some((value) => value !== undefined && value !== '');
  return (
    <div className="window-tools" role="search" aria-label="Choose events">
      {FIELDS.map(([field, label]) => (
        <span key={field} className="event-filter">
          <input className="input" aria-label={label} placeholder={label} list={`events-${field}`} value={typed[field] ?? ''} maxLength={1000}
            onChange={(event) => setTyped({ ...typed, [field]: event.target.value })} />
          <datalist id={`events-${field}`}>
            {[...new Set(seen.flatMap(({ place }) => place[field] ?? []))].map((value) => <option key={value} value={value} />)}
          </datalist>
        </span>
      ))}
      <select className="input" aria-label="When" value={typed.hours ?? ''} onChange={({ target }) => {
        const { hours: _, ...rest } = typed;
        setTyped(target.value === '' ? rest : { ...rest, hours: Number(target.value) });
      }}>
        {TIMES.map(([hours, label]) => <option key={label} value={hours ?? ''}>{label}</option>)}
      </select>
      {isSet && <button type="button" className="button plain small" onClick={() => setTyped({})}>Clear</button>}
    </div>
  );
}
