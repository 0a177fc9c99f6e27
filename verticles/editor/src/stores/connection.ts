import { create } from 'zustand';
import { Bridge, type Line, type Standing } from '../bridge/bridge';
import { Ways } from '../bridge/ways';
import type { Operations } from '../wire';
import type { Json } from '../json';
import { api } from '../rest/api';
import { Failure, messageOf } from '../bridge/failures';
import { freshToken } from '../session/session';

interface ConnectionState {
  readonly standing: Standing;
  /** Whether something lets no WebSocket through, and the server offers nothing else. */
  readonly isBlocked: boolean;
  /** How many runs are being caught up with. */
  readonly catchingUp: number;
}

export const useConnection = create<ConnectionState>(() => ({ standing: 'connecting', isBlocked: false, catchingUp: 0 }));

/** Names this page to the server; another page of the same person is another tab. */
export const TAB = crypto.randomUUID();

/** The server ends a socket with its token, after a quarter of an hour. */
const RENEWAL_MS = 5 * 60_000;

const ways = new Ways(async () => (await api.bridge()).xhr);
let bridge: Bridge | undefined;
let renewal: ReturnType<typeof setInterval> | undefined;
const hearers = new Map<string, (body: Json) => void>();
const onOpened = new Set<() => void>();

/** Opens the one connection of this page. */
export function connect(): void {
  bridge ??= new Bridge({
    dial,
    hear: (address, body) => hearers.get(address)?.(body),
    stands: (standing) => useConnection.setState({ standing }),
    opened: () => onOpened.forEach((hear) => hear()),
    tried: (outcome) => {
      ways.tried(outcome);
      useConnection.setState({ isBlocked: ways.isBlocked });
    },
  });
  renewal ??= setInterval(() => void renewSocket(), RENEWAL_MS);
  addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
}

export function disconnect(): void {
  bridge?.close();
  bridge = undefined;
  clearInterval(renewal);
  renewal = undefined;
  hearers.clear();
}

/** Tells after every connection, and now if there is one. */
export function whenOpened(hear: () => void): () => void {
  onOpened.add(hear);
  if (bridge?.isLive) {
    hear();
  }
  return () => onOpened.delete(hear);
}

export function listen(address: string, hear: (body: Json) => void): () => void {
  hearers.set(address, hear);
  bridge?.register(address);
  return () => {
    hearers.delete(address);
    bridge?.unregister(address);
  };
}

export function request<A extends keyof Operations>(address: A, body: Operations[A]['ask']): Promise<Operations[A]['answer']> {
  return bridge ? bridge.request(address, body) : Promise.reject(new Failure('OFFLINE', 'There is no connection to the server.'));
}

function hurry(): void {
  if (document.visibilityState === 'visible') {
    bridge?.hurry();
  }
}

/** Where it fails, the socket ends, and the next one begins with a new token. */
async function renewSocket(): Promise<void> {
  try {
    await request('spellmesh.tab.renew', { token: await freshToken() });
  } catch (error) {
    console.info('The socket was not renewed:', messageOf(error));
  }
}

async function dial(): Promise<Line> {
  await freshToken();
  const way = await ways.next();
  useConnection.setState({ isBlocked: ways.isBlocked });
  const sockjs = way === 'websocket' ? undefined : await import('../bridge/sockjs');
  const { ticket } = await api.ticket();
  const url = new URL(way === 'websocket' ? 'eventbus/websocket' : 'eventbus', document.baseURI.replace(/[#?].*$/, ''));
  url.searchParams.set('ticket', ticket);
  if (sockjs && way !== 'websocket') {
    return sockjs.overRequests(url, way);
  }
  url.protocol = url.protocol.replace('http', 'ws');
  return new WebSocket(url);
}
