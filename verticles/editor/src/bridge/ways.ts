/** How a page may be connected: by a WebSocket, or by requests, where the server offers that and nothing else gets through. */
export type Way = 'websocket' | 'xhr-streaming' | 'xhr-polling';

/** The second may help where a proxy keeps answers back until they are whole. */
const REQUESTS: readonly Way[] = ['xhr-streaming', 'xhr-polling'];
/** A WebSocket may fail once for other reasons; how long requests stay silent is long enough. */
const TRIES = { 'websocket': 2, 'xhr-streaming': 1, 'xhr-polling': 1 } as const;

/**
 * Which way to the server is tried next. A new page begins with a WebSocket. When that stayed silent twice in a
 * row, though the server gave a ticket for it over REST each time, something between us lets no WebSocket
 * through. A way that something was heard on is kept for as long as the page lives.
 */
export class Ways {
  private way: Way = 'websocket';
  private silences = 0;
  private isKept = false;
  private blocked = false;

  /** @param offersXhr asks the server whether it takes requests in place of a WebSocket; fails where it cannot be asked */
  constructor(private readonly offersXhr: () => Promise<boolean>) {}

  /** Whether no WebSocket gets through and there is nothing else to try. */
  get isBlocked(): boolean {
    return this.blocked;
  }

  async next(): Promise<Way> {
    if (!this.isKept && this.silences >= TRIES[this.way]) {
      const offered = await this.offersXhr();
      this.blocked = !offered;
      this.way = offered ? this.after() : 'websocket';
      this.silences = offered ? 0 : this.silences;
    }
    return this.way;
  }

  tried(outcome: 'silent' | 'heard'): void {
    if (outcome === 'silent') {
      this.silences++;
    } else {
      this.silences = 0;
      this.isKept = true;
      this.blocked = false;
    }
  }

  private after(): Way {
    return REQUESTS[REQUESTS.indexOf(this.way) + 1] ?? 'websocket';
  }
}
