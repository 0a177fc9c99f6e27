import { ChevronRight, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { clock } from '../../design/duration';
import type { EventsEvent } from '../../wire';
import { Confirm } from '../listing/Confirm';
import { Value } from '../Value';

const ALSO: readonly (readonly [string, (event: EventsEvent) => string | undefined])[] = [
  ['Client', ({ place }) => place.client], ['Kind of channel', ({ place }) => place.channelType], ['Agent', ({ place }) => place.agentId],
  ['Project', ({ place }) => place.projectId], ['Came in by', ({ connector }) => connector],
  ['Entities', ({ place }) => place.entities?.join(', ')], ['Id', ({ id }) => id],
];

/** One event in a line, and all of it below when it is opened. */
export function EventRow({ event, onForget }: { event: EventsEvent; onForget: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { place, content } = event;
  return (
    <>
      <tr className={isOpen ? 'opened' : ''}>
        <td className="narrow"><time className="numbers muted" dateTime={event.date} title={event.date}>{clock(event.date)}</time></td>
        <td className="narrow">{place.type ?? 'none'}</td>
        <td>{place.sender}</td>
        <td>{place.observer}</td>
        <td>{place.channel}</td>
        <td className="event-text">
          <button type="button" className="event-open" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <ChevronRight size={13} aria-hidden /><span>{content}</span>
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr className="opened">
          <td colSpan={6}>
            <div className="event-detail">
              <Value value={content} label="What was said or done" />
              <dl className="facts">
                {ALSO.map(([label, read]) => ({ label, value: read(event) })).filter(({ value }) => value !== undefined && value !== '')
                  .map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
              </dl>
              {event.rawData !== undefined && <Value value={event.rawData} label="As it came in" />}
              <button type="button" className="button small danger" onClick={() => setAsking(true)}><Trash2 size={13} aria-hidden />Forget it</button>
            </div>
          </td>
        </tr>
      )}
      {isAsking && <Confirm title="Forget this event?" about="Spells that recall events will not find it again. This cannot be undone." verb="Forget it" onYes={onForget} onClose={() => setAsking(false)} />}
    </>
  );
}
