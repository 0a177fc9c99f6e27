import { PATIENCE, type Operations } from '../wire';
import type { Json } from '../json';
import { backoff } from './backoff';
import { Failure } from './failures';
import { readFrame, type Incoming } from './frames';

export type Standing = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'ended';

/** What of a WebSocket the bridge uses, so that a SockJS, or a test, can stand in for one. */
export type Line = Pick<WebSocket, 'binaryType' | 'onopen' | 'onmessage' | 'onclose' | 'send' | 'close'>;

export type Outcome = 'silent' | 'heard';

export interface BridgeOptions {
  /** A new socket, with a ticket of its own; fails where nobody is signed in. */
  readonly dial: () => Promise<Line>;
  /** Hears what is said on an address. */
  readonly hear: (address: string, body: Json) => void;
  readonly stands: (standing: Standing) => void;
  /** After every (re)connect and its registrations: time to ask what was missed. */
  readonly opened: () => void;
  /** What a connection that was dialled has come to: nothing was ever heard on it, or something for the first time. */
  readonly tried?: (outcome: Outcome) => void;
  readonly heartbeatMs?: number;
}

interface Waiting {
  readonly answer: (body: Json) => void;
  readonly fail: (failure: Failure) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

const HEARTBEAT_MS = 12_000;
const MISSES = 2;
/** What opens later than that does not open: who swallows a handshake would keep us waiting for minutes. */
const OPENING_MS = 15_000;
/** The server counts what it sent as read when a ping says so, and sends nothing more if too much is unread. */
const PING_AFTER = 1_000_000;
/** The token was another person's: whoever is signed in now opens a page of their own. */
const OF_ANOTHER = 4403;

/** One connection to the server's event bus that comes back by itself. */
export class Bridge {
  private line: Line | undefined;
  private attempt = 0;
  private asked = 0;
  private misses = 0;
  private beat: number | undefined;
  private heard = false;
  private unread = 0;
  private opening: ReturnType<typeof setTimeout> | undefined;
  private ended = false;
  private heartbeat: ReturnType<typeof setInterval> | undefined;
  private redial: ReturnType<typeof setTimeout> | undefined;
  private readonly waiting = new Map<string, Waiting>();
  private readonly addresses = new Set<string>();

  constructor(private readonly options: BridgeOptions) {
    void this.connect();
  }

  get isLive(): boolean {
    return this.line !== undefined;
  }

  /** Hears an address from now on, over reconnects too. */
  register(address: string): void {
    if (!this.addresses.has(address)) {
      this.addresses.add(address);
      this.write({ type: 'register', address });
    }
  }

  unregister(address: string): void {
    if (this.addresses.delete(address)) {
      this.write({ type: 'unregister', address });
    }
  }

  /** Asks an operation. Fails as OFFLINE at once where there is no connection, so that the asker can keep the question. */
  request<A extends keyof Operations>(address: A, body: Operations[A]['ask']): Promise<Operations[A]['answer']> {
    return new Promise((resolve, reject) => {
      if (!this.line) {
        reject(new Failure('OFFLINE', 'There is no connection to the server.'));
        return;
      }
      const replyAddress = `answer-${++this.asked}`;
      // The server's own time-out answers first, unless the answer is lost: the bridge says nothing of what it refuses.
      const timer = setTimeout(() => {
        this.waiting.delete(replyAddress);
        reject(new Failure('TIMED_OUT', 'The server did not answer in time.'));
      }, PATIENCE[address] + 2_000);
      this.waiting.set(replyAddress, {
        answer: (answer) => resolve(answer as Operations[A]['answer']), fail: reject, timer,
      });
      this.write({ type: 'send', address, replyAddress, headers: {}, body });
    });
  }

  /** Tries at once instead of when the wait is over, as when the network comes back. */
  hurry(): void {
    if (this.line) {
      void this.ping();
    } else if (this.redial !== undefined) {
      clearTimeout(this.redial);
      this.redial = undefined;
      void this.connect();
    }
  }

  close(): void {
    this.ended = true;
    clearTimeout(this.redial);
    this.drop();
    this.options.stands('ended');
  }

  private async connect(): Promise<void> {
    this.options.stands(this.attempt === 0 ? 'connecting' : 'reconnecting');
    try {
      const line = await this.options.dial();
      if (this.ended) {
        line.close();
        return;
      }
      this.heard = false;
      line.binaryType = 'arraybuffer';
      line.onopen = () => this.opened(line);
      line.onmessage = (event) => this.received(event.data as ArrayBuffer | string);
      line.onclose = (event) => this.closed(line, event.code);
      this.opening = setTimeout(() => this.giveUp(line), OPENING_MS);
    } catch (error) {
      if (error instanceof Failure && error.code === 'UNAUTHENTICATED') {
        this.close();
      } else {
        this.later();
      }
    }
  }

  private giveUp(line: Line): void {
    line.onopen = line.onclose = null;
    line.close();
    this.lost();
  }

  private opened(line: Line): void {
    clearTimeout(this.opening);
    if (this.ended) {
      line.close();
      return;
    }
    this.line = line;
    this.attempt = 0;
    this.misses = 0;
    this.beat = undefined;
    this.unread = 0;
    // The server forgot everything with the old socket.
    this.addresses.forEach((address) => this.write({ type: 'register', address }));
    this.heartbeat = setInterval(() => void this.ping(), this.options.heartbeatMs ?? HEARTBEAT_MS);
    this.options.stands('live');
    this.options.opened();
    void this.ping();
  }

  private closed(line: Line, code: number): void {
    if (this.line !== undefined && this.line !== line) {
      return;
    }
    this.drop();
    if (code === OF_ANOTHER) {
      this.close();
    } else if (!this.ended) {
      this.lost();
    }
  }

  private lost(): void {
    if (!this.heard) {
      this.options.tried?.('silent');
    }
    this.later();
  }

  private drop(): void {
    clearInterval(this.heartbeat);
    clearTimeout(this.opening);
    const line = this.line;
    this.line = undefined;
    if (line) {
      line.onclose = null;
      line.close();
    }
    const lost = new Failure('OFFLINE', 'The connection to the server was lost.');
    this.waiting.forEach((one) => {
      clearTimeout(one.timer);
      one.fail(lost);
    });
    this.waiting.clear();
  }

  private later(): void {
    const wait = backoff(this.attempt++);
    this.options.stands(this.attempt > 3 ? 'offline' : 'reconnecting');
    this.redial = setTimeout(() => {
      this.redial = undefined;
      void this.connect();
    }, wait);
  }

  /** A link that died without a word shows only by answers that do not come. */
  private async ping(): Promise<void> {
    const line = this.line;
    try {
      const pong = await this.request('spellmesh.tab.ping', this.beat === undefined ? {} : { beat: this.beat });
      this.beat = pong.beat;
      this.misses = 0;
    } catch {
      if (line !== undefined && this.line === line && ++this.misses >= MISSES) {
        this.drop();
        this.lost();
      }
    }
  }

  private received(data: ArrayBuffer | string): void {
    if (!this.heard) {
      this.heard = true;
      this.options.tried?.('heard');
    }
    this.unread += typeof data === 'string' ? data.length : data.byteLength;
    if (this.unread > PING_AFTER) {
      this.unread = 0;
      void this.ping();
    }
    this.take(readFrame(data));
  }

  private take(frame: Incoming | undefined): void {
    if (!frame) {
      return;
    }
    const waiting = frame.address === undefined ? undefined : this.waiting.get(frame.address);
    if (frame.kind === 'message') {
      if (waiting) {
        this.settle(frame.address, waiting, () => waiting.answer(frame.body));
      } else {
        this.options.hear(frame.address, frame.body);
      }
    } else if (waiting && frame.address !== undefined) {
      this.settle(frame.address, waiting, () => waiting.fail(frame.failure));
    } else {
      console.warn('The server refused something:', frame.failure.message);
    }
  }

  private settle(address: string, waiting: Waiting, how: () => void): void {
    this.waiting.delete(address);
    clearTimeout(waiting.timer);
    how();
  }

  private write(frame: object): void {
    this.line?.send(JSON.stringify(frame));
  }
}
