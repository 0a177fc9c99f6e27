import { describe, expect, it } from 'vitest';
import { reached } from './walk';

describe('what is reached', () => {
  const edges = [['1', '2'], ['2', '3'], ['3', '2'], ['4', '3'], ['3', '5']].map(([source = '', target = '']) => ({ source, target }));

  it('is all that follows, or all that leads here, around in loops once', () => {
    expect([...reached(edges, ['2'], 'right')].sort()).toEqual(['2', '3', '5']);
    expect([...reached(edges, ['3'], 'left')].sort()).toEqual(['1', '2', '3', '4']);
    expect([...reached(edges, ['1', '4'], 'right')].sort()).toEqual(['1', '2', '3', '4', '5']);
    expect([...reached(edges, [], 'right')]).toEqual([]);
  });
});
