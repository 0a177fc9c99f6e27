import { describe, expect, it } from 'vitest';
import { NodeTypes } from '../../spell/types';
import { freeName } from './freeName';
import { described, grouped, having } from './examples';

const example = (name: string, group: string, about = '') => ({ id: name, name, group, about });

describe('the examples', () => {
  it('stand in groups, those first that people begin with', () => {
    const groups = grouped([example('a', 'Web'), example('b', 'Text'), example('c', 'Chance'), example('d', 'Start here'), example('e', 'Web')]);
    expect(groups.map(([group, items]) => [group, items.length])).toEqual([['Start here', 1], ['Text', 1], ['Chance', 1], ['Web', 2]]);
  });

  it('are found by name, group and what they do', () => {
    const all = [example('Echo', 'Text'), example('Loop', 'Loops', 'says it again')];
    expect(having(all, ' AGAIN ').map(({ name }) => name)).toEqual(['Loop']);
    expect(having(all, 'text').map(({ name }) => name)).toEqual(['Echo']);
    expect(having(all, '')).toEqual(all);
  });

  it('say of themselves what their file or their node type says', () => {
    const echo = { type: 'echo', title: 'Echo', group: 'Text', help: 'Says it.', aliases: [], inputs: [], outputs: [], controls: [], effect: 'PURE' };
    const types = new NodeTypes([echo as unknown as ConstructorParameters<typeof NodeTypes>[0][number]]);
    expect(described({ id: '1', name: 'Echo' }, types)).toMatchObject({ about: 'Says it.', group: 'Text' });
    expect(described({ id: '2', name: 'Echo', about: 'Own.', group: 'Start here' }, types)).toMatchObject({ about: 'Own.', group: 'Start here' });
    expect(described({ id: '3', name: 'Other' }, types)).toMatchObject({ about: '', group: 'More' });
  });
});

describe('a name that is free', () => {
  it('has a number where others have it, and is never too long', () => {
    expect(freeName('Bot copy', [])).toBe('Bot copy');
    expect(freeName('Bot copy', ['Bot copy', 'Bot copy 2'])).toBe('Bot copy 3');
    const long = 'x'.repeat(210);
    expect(freeName(long, [long.slice(0, 200)])).toBe(`${'x'.repeat(198)} 2`);
  });
});
