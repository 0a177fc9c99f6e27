import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoff } from './backoff';
import { Bridge, type Line, type Outcome, type Standing } from './bridge';
import { Failure } from './failures';

/** A socket whose other side is the test. */
class FakeLine {
  binaryType = 'blob';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: { type: string; address: string; replyAddress?: string; body?: Record<string, unknown> }[] = [];
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.onclose?.({ code: 1000 });
  }
  hear(frame: object): void {
    const bytes = new TextEncoder().encode(JSON.stringify(frame));
    this.onmessage?.({ data: bytes.buffer as ArrayBuffer });
  }
  last(address: string) {
    return this.sent.findLast((frame) => frame.address === address);
  }
}

describe('the bridge', () => {
  let lines: FakeLine[];
  let stood: Standing[];
  let opened: number;
  let tried: Outcome[];
  const heard: [string, unknown][] = [];

  function bridge(): Bridge {
    return new Bridge({
      dial: () => {
        const line = new FakeLine();
        lines.push(line);
        return Promise.resolve(line as unknown as Line);
      },
      hear: (address, body) => heard.push([address, body]),
      stands: (standing) => stood.push(standing),
      opened: () => opened++,
      tried: (outcome) => tried.push(outcome),
      heartbeatMs: 1_000,
    });
  }

  async function nextLine(): Promise<FakeLine> {
    await vi.advanceTimersByTimeAsync(1_000);
    const line = lines.at(-1) as FakeLine;
    line.onopen?.();
    return line;
  }

  beforeEach(() => {
    vi.useFakeTimers();
    lines = [];
    stood = [];
    opened = 0;
    tried = [];
    heard.length = 0;
  });
  afterEach(() => vi.useRealTimers());

  async function open(): Promise<{ one: Bridge; line: FakeLine }> {
    const one = bridge();
    await vi.advanceTimersByTimeAsync(0);
    const line = lines[0] as FakeLine;
    line.onopen?.();
    return { one, line };
  }

  it('reads binary frames, answers and messages', async () => {
    const { one, line } = await open();
    expect(line.binaryType).toBe('arraybuffer');
    const asked = one.request('spellmesh.tab.cancel', { run: 'r' });
    line.hear({ type: 'rec', address: line.last('spellmesh.tab.cancel')?.replyAddress, body: { status: 'cancelled' } });
    line.hear({ type: 'rec', address: 'spellmesh.user.u', body: { news: 1 } });

    await expect(asked).resolves.toEqual({ status: 'cancelled' });
    expect(heard).toEqual([['spellmesh.user.u', { news: 1 }]]);
  });

  it('gives failures their code', async () => {
    const { one, line } = await open();
    const asked = one.request('spellmesh.tab.cancel', { run: 'r' });
    const replyAddress = line.last('spellmesh.tab.cancel')?.replyAddress;
    line.hear({ type: 'err', address: replyAddress, failureCode: 409, failureType: 'RECIPIENT_FAILURE', message: 'too late' });

    await expect(asked).rejects.toMatchObject({ code: 'CONFLICT', message: 'too late' });
  });

  it('does not wait for ever for what the server refuses without an address', async () => {
    const { one, line } = await open();
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const asked = one.request('spellmesh.tab.cancel', { run: 'r' });
    const failed = expect(asked).rejects.toMatchObject({ code: 'TIMED_OUT' });
    line.hear({ type: 'err', body: 'access_denied' });
    for (let second = 0; second < 10; second++) {
      await vi.advanceTimersByTimeAsync(1_000);
      line.hear({ type: 'rec', address: line.last('spellmesh.tab.ping')?.replyAddress, body: { time: '', beat: 1 } });
    }
    await failed;
    expect(warned).toHaveBeenCalledOnce();
  });

  it('registers everything again on the next socket, then says that it is open', async () => {
    const { one, line } = await open();
    one.register('spellmesh.user.u.spell.s');
    line.onclose?.({ code: 1006 });
    const next = await nextLine();

    expect(next.sent[0]).toMatchObject({ type: 'register', address: 'spellmesh.user.u.spell.s' });
    expect(opened).toBe(2);
    expect(stood).toEqual(['connecting', 'live', 'reconnecting', 'reconnecting', 'live']);
  });

  it('fails what was asked when the socket is lost, and what is asked without one', async () => {
    const { one, line } = await open();
    const asked = one.request('spellmesh.tab.cancel', { run: 'r' });
    line.onclose?.({ code: 1006 });

    await expect(asked).rejects.toMatchObject({ code: 'OFFLINE' });
    await expect(one.request('spellmesh.tab.cancel', { run: 'r' })).rejects.toMatchObject({ code: 'OFFLINE' });
  });

  it('returns the beat it last read, and drops a link that no longer answers', async () => {
    const { line } = await open();
    await vi.advanceTimersByTimeAsync(1_000);
    line.hear({ type: 'rec', address: line.last('spellmesh.tab.ping')?.replyAddress, body: { time: '', beat: 5 } });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(line.last('spellmesh.tab.ping')?.body).toEqual({ beat: 5 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(stood).toContain('reconnecting');
    expect(lines.length).toBeGreaterThan(1);
  });

  it('says whether anything was heard on a connection, once for each', async () => {
    const { line } = await open();
    line.hear({ type: 'rec', address: line.last('spellmesh.tab.ping')?.replyAddress, body: { time: '', beat: 1 } });
    line.hear({ type: 'rec', address: 'spellmesh.user.u', body: {} });
    line.onclose?.({ code: 1006 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tried).toEqual(['heard']);
    lines.at(-1)?.onclose?.({ code: 1006 });
    expect(tried).toEqual(['heard', 'silent']);
  });

  it('gives up a connection that neither opens nor closes, and dials anew', async () => {
    bridge();
    await vi.advanceTimersByTimeAsync(14_000);
    expect(lines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(tried).toEqual(['silent']);
    expect(lines).toHaveLength(2);
  });

  it('says what it has read before the server thinks that it reads no more', async () => {
    const { line } = await open();
    const pings = () => line.sent.filter((frame) => frame.address === 'spellmesh.tab.ping').length;
    const before = pings();
    for (let i = 0; i < 11; i++) {
      line.hear({ type: 'rec', address: 'spellmesh.user.u', body: { text: 'x'.repeat(100_000) } });
    }
    expect(pings()).toBe(before + 1);
  });

  it('does not come back where the token was of another person, nor where nobody is signed in', async () => {
    const { line } = await open();
    line.onclose?.({ code: 4403 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toHaveLength(1);
    expect(stood.at(-1)).toBe('ended');

    const refused = new Bridge({
      dial: () => Promise.reject(new Failure('UNAUTHENTICATED', 'signed out')), hear: () => undefined, opened: () => undefined,
      stands: (standing) => stood.push(standing),
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(stood.at(-1)).toBe('ended');
    expect(refused.isLive).toBe(false);
  });
});

describe('the wait before another attempt', () => {
  it('grows, is bounded, and is not the same for all', () => {
    expect(backoff(0, () => 0)).toBe(125);
    expect(backoff(3, () => 0)).toBeGreaterThan(backoff(2, () => 0));
    expect(backoff(50, () => 1)).toBe(15_000);
    expect(backoff(4, () => 0)).not.toBe(backoff(4, () => 1));
  });
});
