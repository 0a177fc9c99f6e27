// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Timing } from '../../run/plugins/timings';
import { useStage } from '../../stores/stage';
import Timings from './Timings';

let root: Root;
let place: HTMLElement;

const rows = (part: string) => [...place.querySelectorAll(`${part} tr`)].map((row) => [...row.children].map(({ textContent }) => textContent));
const show = (...timings: readonly Timing[]) => act(async () => {
  useStage.setState({ timings });
  root.render(<Timings spell="s" />);
});

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
});

it('shows tokens and cost of the nodes that used any, and of all together', async () => {
  await show(
    { place: '2', times: 3, ms: 30, longestMs: 20, used: { promptTokens: 1_234, answerTokens: 50, cost: 0.25, ofUnknownCost: 0 } },
    { place: '3', times: 1, ms: 10, longestMs: 10, used: { promptTokens: 10, answerTokens: 5, ofUnknownCost: 1 } },
    { place: '1', times: 1, ms: 0, longestMs: 0 },
  );

  expect(rows('thead')[0]?.slice(4, 7)).toEqual(['Tokens in', 'Tokens out', 'Cost']);
  expect(rows('tbody').map((cells) => cells.slice(4, -1))).toEqual([['1,234', '50', '$0.25'], ['10', '5', '–'], ['']]);
  expect(rows('tfoot')).toEqual([['In all', '1,244', '55', '$0.25 and 1 of unknown cost', '']]);
});

it('has no such columns where nothing was used', async () => {
  await show({ place: '1', times: 1, ms: 5, longestMs: 5 });

  expect(rows('thead')[0]).toEqual(['Node', 'Times', 'Together', 'Longest', 'Share']);
  expect(rows('tfoot')).toEqual([]);
});
