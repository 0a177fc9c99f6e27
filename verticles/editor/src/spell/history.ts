/** How many steps can be undone. */
const DEEPEST = 200;

/** Past and future of a document that is never changed in place: a step costs what changed in it. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last step was; steps of one kind right after each other are one. */
  readonly kind: string | undefined;
}

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], kind: undefined };
}

/** @param kind names what goes on, such as the typing in one field; absent where every step counts */
export function step<T>(history: History<T>, present: T, kind?: string): History<T> {
  if (present === history.present) {
    return history;
  }
  const goesOn = kind !== undefined && kind === history.kind && history.past.length > 0;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-DEEPEST);
  return { past, present, future: [], kind };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  return before === undefined ? history
    : { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], kind: undefined };
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...rest] = history.future;
  return after === undefined ? history
    : { past: [...history.past, history.present], present: after, future: rest, kind: undefined };
}
