import type { EventsRecall, EventsRecalled } from '../wire';
import { rest } from './rest';

/** What was said and done. */
export const events = {
  /** The newest that fit, the oldest of them first. */
  recall: (what: EventsRecall) => rest<EventsRecalled>('POST', '/api/events/recall', what),
  forget: (event: string) => rest<void>('DELETE', `/api/events/${encodeURIComponent(event)}`),
};
