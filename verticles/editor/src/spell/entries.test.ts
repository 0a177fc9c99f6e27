import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import type { NodeTypeInfo } from '../wire';
import { addNode, newNode, setData } from './edit';
import { entriesOf, inputsFor, playtestEntries, receivesPlaytest } from './entries';
import { EMPTY } from './graph';
import { NodeTypes } from './types';

const type = (name: string, title: string): NodeTypeInfo => ({ type: name, title, group: '', help: '', aliases: [], effect: 'pure', inputs: [], outputs: [], controls: [] });
const types = new NodeTypes([type('input', 'Input'), type('playtest-input', 'Playtest Input'), type('trigger-in', 'Trigger In')]);

function entries(...inputs: readonly (readonly [string, JsonObject, string?])[]) {
  return entriesOf(inputs.reduce((graph, [name, data, of = 'input'], at) =>
    setData(addNode(graph, newNode(at + 1, types.find(of) as NodeTypeInfo, [0, at * 100])), String(at + 1), { name, ...data }), EMPTY), types);
}

const old = (receivePlaytest: boolean) => ({ playtestToggle: { receivePlaytest, outputs: [] } });
const given = (...inputs: readonly (readonly [string, JsonObject, string?])[]) => inputsFor(playtestEntries(entries(...inputs)), 'hello', {});

describe('what is written in the playtest', () => {
  it('is for the first input', () => {
    expect(given(['a', {}], ['b', {}])).toEqual({ a: 'hello' });
    expect(given(['start', {}, 'trigger-in'], ['a', {}], ['asked', {}, 'playtest-input'])).toEqual({ asked: 'hello' });
  });

  it('is for none that says it receives nothing', () => {
    expect(given(['a', { receivePlaytest: false }], ['b', {}])).toEqual({ b: 'hello' });
    expect(given(['a', { receivePlaytest: false }])).toEqual({});
  });

  it('is for all that a file of old says it is for', () => {
    expect(given(['a', old(true)], ['b', old(false)], ['c', old(true)])).toEqual({ a: 'hello', c: 'hello' });
    expect(given(['a', old(true)], ['c', { ...old(true), receivePlaytest: false }])).toEqual({ a: 'hello' });
  });

  it('has somewhere to go where a file of old says it has not', () => {
    expect(given(['a', old(false)], ['b', {}])).toEqual({ b: 'hello' });
    expect(given(['a', old(false)])).toEqual({ a: 'hello' });
  });

  it('leaves those alone that use their default, where there are others', () => {
    const fixed = { useDefault: true, defaultValue: 'mine' };
    expect(given(['a', fixed], ['b', {}])).toEqual({ b: 'hello' });
    expect(inputsFor(playtestEntries(entries(['a', fixed])), '', {})).toEqual({});
  });

  it('is told in the inspector as it will be', () => {
    expect([{}, old(true), old(false), { receivePlaytest: false }, { ...old(false), receivePlaytest: true }].map(receivesPlaytest)).toEqual([true, true, false, false, true]);
  });
});
