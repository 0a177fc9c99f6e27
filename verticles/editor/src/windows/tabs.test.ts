import { expect, it } from 'vitest';
import { besides } from './tabs';

const TABS = ['inspector', 'playtest', 'runs'];

it.each([
  [0, 'ArrowRight', 'playtest'], [2, 'ArrowRight', 'inspector'], [1, 'ArrowLeft', 'inspector'], [0, 'ArrowLeft', 'runs'],
  [1, 'Home', 'inspector'], [1, 'End', 'runs'], [1, 'ArrowDown', undefined], [1, 'a', undefined],
] as const)('from %d by %s to %s', (at, key, to) => expect(besides(TABS, at, key)).toBe(to));
