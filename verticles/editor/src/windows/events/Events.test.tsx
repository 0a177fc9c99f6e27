// @vitest-environment jsdom
import { Tooltip } from 'radix-ui';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { events } from '../../rest/events';
import type { EventsEvent, EventsRecall } from '../../wire';
import Events from './Events';

// Drawing fifty rows takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: Root;
let place: HTMLElement;
let kept: EventsEvent[];

const event = (at: number, sender: string): EventsEvent =>
  ({ id: `e${at}`, content: `said ${at}`, place: { sender, type: 'chat' }, date: new Date(Date.UTC(2026, 10, 22, 10, at)).toISOString() });
const told = () => [...place.querySelectorAll('.event-open')].map(({ textContent }) => textContent);
const field = (label: string) => place.querySelector<HTMLInputElement>(`[aria-label="${label}"]`) as HTMLInputElement;
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** As React hears it when a person types. */
async function type(label: string, text: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(label), text);
    field(label).dispatchEvent(new Event('input', { bubbles: true }));
  });
}

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  vi.useFakeTimers();
  kept = Array.from({ length: 60 }, (_, at) => event(at, at % 2 === 0 ? 'Ann' : 'Bob'));
  vi.spyOn(events, 'recall').mockImplementation(async ({ place: where, count }: EventsRecall) => ({
    items: kept.filter(({ place: { sender } }) => where?.sender === undefined || where.sender === sender).slice(-(count ?? 10)),
  }));
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  await act(async () => root.render(<Tooltip.Provider><Events spell="s" /></Tooltip.Provider>));
  await pass(0);
});
afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('shows the newest first, and more of them when asked', async () => {
  expect(told()).toHaveLength(50);
  expect(told()[0]).toBe('said 59');
  await act(async () => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === 'More')?.click());
  await pass(0);
  expect(told()).toHaveLength(60);
  expect(told().at(-1)).toBe('said 0');
});

it('asks once for what was typed, not for every letter', async () => {
  vi.mocked(events.recall).mockClear();
  for (const text of ['A', 'An', 'Ann']) {
    await type('From', text);
    await pass(100);
  }
  await pass(1_000);
  expect(events.recall).toHaveBeenCalledTimes(1);
  expect(told()).toHaveLength(30);
});

it('shows all again when the filter that nothing fits is cleared', async () => {
  await type('From', 'Nobody');
  await pass(1_000);
  expect(place.textContent).toContain('No event fits');
  await act(async () => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === 'Show all events')?.click());
  await pass(1_000);
  expect(field('From').value).toBe('');
  expect(told()).toHaveLength(50);
});
