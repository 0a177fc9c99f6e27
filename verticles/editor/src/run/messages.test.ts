import { expect, it } from 'vitest';
import { messageAt } from './messages';

it('what went wrong at a node is said without its name', () => {
  expect(messageAt('2', 'JSON To Object 2: got text that is not JSON')).toBe('got text that is not JSON');
  expect(messageAt('7/2', 'JSON To Object 2: 1: 2: 3')).toBe('1: 2: 3');
  expect(messageAt('3', 'the run has no time left')).toBe('the run has no time left');
});
