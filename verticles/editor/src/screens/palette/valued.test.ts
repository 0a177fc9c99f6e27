import { expect, it } from 'vitest';
import { fits, valued } from './valued';

it('finds a choice by its words and its keywords, and not by its id', () => {
  const value = valued('spell Riddle', '17171717-aaaa-4bbb-8ccc-121212121212');
  expect(fits(value, 'riddle')).toBeGreaterThan(0);
  expect(fits(value, 'spell 17')).toBe(0);
  expect(fits('add Echo', 'repeat', ['repeat'])).toBeGreaterThan(0);
  expect(valued('spell A', '1')).not.toBe(valued('spell A', '2'));
});
