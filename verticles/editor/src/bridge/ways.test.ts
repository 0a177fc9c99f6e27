import { describe, expect, it, vi } from 'vitest';
import { Ways } from './ways';

const offered = () => Promise.resolve(true);
const absent = () => Promise.resolve(false);

async function silent(ways: Ways): Promise<string> {
  const way = await ways.next();
  ways.tried('silent');
  return way;
}

async function silentTwice(ways: Ways): Promise<void> {
  await silent(ways);
  await silent(ways);
}

describe('the way to the server', () => {
  it('is a WebSocket, and after one failure still', async () => {
    const asks = vi.fn(offered);
    const ways = new Ways(asks);
    expect(await ways.next()).toBe('websocket');
    ways.tried('silent');
    expect(await ways.next()).toBe('websocket');
    expect(asks).not.toHaveBeenCalled();
    expect(ways.isBlocked).toBe(false);
  });

  it('leads over requests when no WebSocket got through twice in a row, first streaming, then polling, then anew', async () => {
    const ways = new Ways(offered);
    const tried: string[] = [];
    for (let i = 0; i < 5; i++) {
      tried.push(await silent(ways));
    }
    expect(tried).toEqual(['websocket', 'websocket', 'xhr-streaming', 'xhr-polling', 'websocket']);
  });

  it('is kept once something was heard on it, however often it breaks', async () => {
    const overSocket = new Ways(offered);
    await overSocket.next();
    overSocket.tried('silent');
    overSocket.tried('heard');
    await silentTwice(overSocket);
    expect(await overSocket.next()).toBe('websocket');

    const overRequests = new Ways(offered);
    await silentTwice(overRequests);
    await overRequests.next();
    overRequests.tried('heard');
    await silentTwice(overRequests);
    expect(await overRequests.next()).toBe('xhr-streaming');
    expect(await new Ways(offered).next()).toBe('websocket');
  });

  it('stays a WebSocket where the server offers nothing else, and is then known to be blocked', async () => {
    const ways = new Ways(absent);
    await silentTwice(ways);
    expect(await ways.next()).toBe('websocket');
    expect(ways.isBlocked).toBe(true);
    ways.tried('heard');
    expect(ways.isBlocked).toBe(false);
  });

  it('is not decided while the server cannot be asked', async () => {
    const asks = vi.fn(offered).mockRejectedValueOnce(new Error('offline'));
    const ways = new Ways(asks);
    await silentTwice(ways);
    await expect(ways.next()).rejects.toThrow('offline');
    expect(ways.isBlocked).toBe(false);
    expect(await ways.next()).toBe('xhr-streaming');
  });
});
