import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../bridge/failures';
import { patiently } from './patiently';

describe('patiently', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks again while the answer may come later', async () => {
    const ask = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Failure('UNAVAILABLE', 'not yet'))
      .mockRejectedValueOnce(new Failure('OFFLINE', 'not there')).mockResolvedValue('there');
    const answer = patiently(ask);
    await vi.runAllTimersAsync();

    expect(await answer).toBe('there');
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('gives up in the end, and at once where no later answer is another', async () => {
    const away = vi.fn(() => Promise.reject(new Failure('OFFLINE', 'not there')));
    const given = expect(patiently(away)).rejects.toThrow('not there');
    await vi.runAllTimersAsync();
    await given;
    expect(away).toHaveBeenCalledTimes(6);

    const unknown = vi.fn(() => Promise.reject(new Failure('NOT_FOUND', 'no such spell')));
    await expect(patiently(unknown)).rejects.toThrow('no such spell');
    expect(unknown).toHaveBeenCalledTimes(1);
  });
});
