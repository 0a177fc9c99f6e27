import { expect, it } from 'vitest';
import { query } from './query';

it('asks for what is given, safely, and for nothing of what is not', () => {
  expect(query({ limit: 50, after: undefined, type: '' })).toBe('?limit=50');
  expect(query({ after: 'a&b=c/d ü' })).toBe('?after=a%26b%3Dc%2Fd%20%C3%BC');
  expect(query({ after: undefined })).toBe('');
});
