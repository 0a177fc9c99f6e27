import type { EventsEvent } from '../../wire';
import type { Field, Filter } from './useEvents';

const FIELDS: readonly (readonly [Field, string])[] = [
  ['type', 'Type'], ['sender', 'From'], ['observer', 'To'], ['client', 'Client'], ['channel', 'Channel'],
];
const TIMES: readonly (readonly [number | undefined, string])[] = [[undefined, 'Any time'], [1, 'Last hour'], [24, 'Last day'], [168, 'Last week']];

interface Props {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** Whose words are offered. */
  readonly seen: readonly EventsEvent[];
}

/** By what events are chosen; all that is given must be the same. */
export function Filters({ filter, onFilter, seen }: Props) {
  const isSet = Object.values(filter).some((value) => value !== undefined && value !== '');
  return (
    <div className="window-tools" role="search" aria-label="Choose events">
      {FIELDS.map(([field, label]) => (
        <span key={field} className="event-filter">
          <input className="input" aria-label={label} placeholder={label} list={`events-${field}`} value={filter[field] ?? ''} maxLength={1000}
            onChange={(event) => onFilter({ ...filter, [field]: event.target.value })} />
          <datalist id={`events-${field}`}>
            {[...new Set(seen.flatMap(({ place }) => place[field] ?? []))].map((value) => <option key={value} value={value} />)}
          </datalist>
        </span>
      ))}
      <select className="input" aria-label="When" value={filter.hours ?? ''} onChange={({ target }) => {
        const { hours: _, ...rest } = filter;
        onFilter(target.value === '' ? rest : { ...rest, hours: Number(target.value) });
      }}>
        {TIMES.map(([hours, label]) => <option key={label} value={hours ?? ''}>{label}</option>)}
      </select>
      {isSet && <button type="button" className="button plain small" onClick={() => onFilter({})}>Clear</button>}
    </div>
  );
}
