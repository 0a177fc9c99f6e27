import { Plus, RotateCw } from 'lucide-react';
import { useState } from 'react';
import '../windows.css';
import './events.css';
import { IconButton } from '../../design/IconButton';
import { events } from '../../rest/events';
import { addInView } from '../../screens/commands';
import { complain } from '../../stores/notices';
import { Listing } from '../listing/Listing';
import { useSettled } from '../listing/useSettled';
import type { WindowProps } from '../registry';
import { EventRow } from './EventRow';
import { Filters } from './Filters';
import { useEvents, type Filter } from './useEvents';

const HEADS = ['When', 'Type', 'From', 'To', 'Channel', 'What'];

/** What was said and done, in this and every other spell of the person; the newest first. */
export default function Events({ spell }: WindowProps) {
  const [typed, setTyped] = useState<Filter>({});
  const filter = useSettled(typed);
  const recalled = useEvents(filter);
  const items = (recalled.pages[0]?.items ?? []).toReversed();
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return (
    <div className="wide-window">
      <div className="window-tools-line">
        <Filters filter={typed} onFilter={setTyped} seen={items} />
        <IconButton icon={RotateCw} label="Look again" className="plain small" onClick={recalled.again} />
      </div>
      <div className="wide-rows">
        <Listing of={recalled} service="event" isEmpty={items.length === 0} empty={isFiltered ? <NothingFits onClear={() => setTyped({})} /> : <Nothing spell={spell} />}>
          <table className="window-table" aria-label="Events">
            <thead><tr>{HEADS.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
            <tbody>
              {items.map((event) => <EventRow key={event.id} event={event} onForget={() => void events.forget(event.id).then(recalled.again).catch(complain)} />)}
            </tbody>
          </table>
        </Listing>
      </div>
    </div>
  );
}

function Nothing({ spell }: WindowProps) {
  return (
    <>
      <strong>No events yet</strong>
      Who said what, to whom and where, is kept here by Store Event, and found again by Event Recall: a spell's memory.
      <button type="button" className="button small" onClick={() => addInView(spell, 'store-event')}><Plus size={14} aria-hidden />Add Store Event to the spell</button>
    </>
  );
}

function NothingFits({ onClear }: { onClear: () => void }) {
  return (
    <>
      <strong>No event fits</strong>
      All that is asked for must be the same, but for capitals in the type.
      <button type="button" className="button small" onClick={onClear}>Show all events</button>
    </>
  );
}
