import { expect, it } from 'vitest';
import { cost, count, dollars, size } from './amounts';

it.each([
  [undefined, '–'], [0, '$0.00'], [12.345, '$12.35'], [0.01, '$0.01'], [0.0042, '$0.0042'], [0.00999, '$0.010'], [0.000012345, '$0.000012'], [3e-15, '$0.000000000000'],
] as const)('%d dollars are %s', (amount, text) => expect(dollars(amount)).toBe(text));

it('a cost says of how many it is not known, unless that is all', () => {
  expect(cost(0.25, 0)).toBe('$0.25');
  expect(cost(0.25, 1_200)).toBe('$0.25 and 1,200 of unknown cost');
  expect(cost(undefined, 3)).toBe('–');
});

it.each([[999, '999 B'], [16_384, '16 KB'], [8_050_010, '8.1 MB']] as const)('%d bytes are %s', (bytes, text) => expect(size(bytes)).toBe(text));

it('counts are grouped by thousands; what nobody said is a dash', () => {
  expect(count(1_234_567)).toBe('1,234,567');
  expect(count(0)).toBe('0');
  expect(count(undefined)).toBe('–');
});
