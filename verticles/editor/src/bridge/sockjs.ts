import './global';
import SockJS from 'sockjs-client';
import type { Line } from './bridge';
import type { Way } from './ways';

/** By default it gives a transport half a second to open, and a busy server takes longer to look at a ticket. */
const OPENING_MS = 10_000;

/** A connection over plain requests. Loaded by itself, where it is needed. */
export function overRequests(url: URL, way: Exclude<Way, 'websocket'>): Line {
  // One of them at a time: each needs a ticket of its own.
  return new SockJS(url.href, null, { transports: way, timeout: OPENING_MS }) as unknown as Line;
}
