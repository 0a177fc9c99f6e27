import { expect, it } from 'vitest';
import { sentence } from './sentence';

it.each([
  ['there is no spell abc', 'There is no spell abc.'],
  ['Copied.', 'Copied.'],
  ['is that so?', 'Is that so?'],
  ['it says "no."', 'It says "no."'],
  ['must be 1 to 5 (is 7)', 'Must be 1 to 5 (is 7).'],
  ['graph.nodes must be an object', 'graph.nodes must be an object.'],
  ['“Untitled” holds no spell', '“Untitled” holds no spell.'],
  ['', ''],
])('%s reads %s', (text, read) => expect(sentence(text)).toBe(read));
