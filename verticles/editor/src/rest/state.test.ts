import { afterEach, expect, it, vi } from 'vitest';
import { state } from './state';

afterEach(() => vi.unstubAllGlobals());

it('never means all where one value is meant, whatever it is called', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response('{"values":{},"bytes":2,"mostBytes":9}'));
  });
  for (const name of ['', '..', 'a/b', 'a&name=']) {
    await state.forget('s', name);
  }
  await state.put('s', '', {});
  expect(asked.map((url) => new URL(url, 'http://x').searchParams.getAll('name'))).toEqual([[''], ['..'], ['a/b'], ['a&name='], ['']]);
  expect(new Set(asked.map((url) => new URL(url, 'http://x').pathname))).toEqual(new Set(['/api/spells/s/state']));
});
