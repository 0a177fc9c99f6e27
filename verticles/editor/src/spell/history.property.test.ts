import { expect, it } from 'vitest';
import { Seeded, seeds } from '../testing/seeded';
import { begin, redo, step, undo, type History } from './history';

/** The same by a list and a place in it, which nobody can get wrong. */
interface Model {
  readonly states: readonly number[];
  readonly at: number;
}

it.each(seeds(100))('undo and redo go where a list of all states says (seed %i)', (seed) => {
  const random = new Seeded(seed);
  let history: History<number> = begin(0);
  let model: Model = { states: [0], at: 0 };
  for (let done = 1; done < 120; done++) {
    const what = random.below(5);
    if (what < 2) {
      history = undo(history);
      model = { ...model, at: Math.max(0, model.at - 1) };
    } else if (what === 2) {
      history = redo(history);
      model = { ...model, at: Math.min(model.states.length - 1, model.at + 1) };
    } else {
      history = step(history, done);
      model = { states: [...model.states.slice(0, model.at + 1), done], at: model.at + 1 };
    }
    expect([...history.past, history.present, ...history.future]).toEqual(model.states);
    expect(history.past.length).toBe(model.at);
  }
});

it('typing goes on in one step until it is undone or something else is done', () => {
  let history = step(step(begin('a'), 'ab', 'title'), 'abc', 'title');
  expect(history.past).toEqual(['a']);
  history = step(undo(redo(undo(history))), 'x', 'title');
  expect(history.past).toEqual(['a']);
  expect(undo(history).present).toBe('a');
});
