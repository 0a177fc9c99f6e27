// What every call finds in the sandbox. It runs once, before the snapshot that each call begins from. What it
// needs it takes now: the code that comes later may change everything it can name.
(() => {
  'use strict';

  // java_invoke(module, function, text) is the way out. Nothing after this has it by name.
  const host = globalThis.java_invoke;
  const evaluate = globalThis.eval;
  const { stringify, parse } = JSON;
  const then = Function.prototype.call.bind(Promise.prototype.then);
  for (const way of ['java_invoke', 'Javy', 'plugin']) {
    delete globalThis[way];
  }

  const ask = what => parse(host('ask', what, ''));
  const tell = (what, text) => { host('tell', what, text); };
  const log = (level, text) => { host('log', level, text); };

  const show = value => {
    try {
      if (typeof value === 'string') {
        return value;
      }
      return (typeof value === 'object' && !(value instanceof Error) ? stringify(value) : undefined) ?? String(value);
    } catch (unshowable) {
      return `(${typeof value})`;
    }
  };

  globalThis.console = {};
  const levels = { log: 'info', info: 'info', debug: 'info', warn: 'warn', error: 'error' };
  for (const [name, level] of Object.entries(levels)) {
    console[name] = (...values) => log(level, values.map(show).join(' '));
  }

  // The engine's own generator would begin at the same place in every call.
  const seedRandom = seed => {
    let state = seed;
    const next = () => {
      state = (state + 0x9e3779b9) | 0;
      const once = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
      const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
      return (twice ^ (twice >>> 16)) >>> 0;
    };
    Math.random = () => (next() * 0x200000 + (next() >>> 11)) / 0x20000000000000;
  };

  const describe = thrown => {
    try {
      if (!(thrown instanceof Error)) {
        return `throws ${show(thrown)}`;
      }
      const place = /<input>:(\d+)/.exec(thrown.stack);
      // The engine notes the places of calls and of statements; what fails between is told of the one before.
      const where = place ? `${thrown instanceof SyntaxError ? '' : 'near '}line ${place[1]}: ` : '';
      return `${where}${thrown.name}: ${thrown.message}`;
    } catch (unshowable) {
      return 'throws something that cannot be shown';
    }
  };

  // A function expression as it was always saved; else a script that defines the worker. All on the first line,
  // so that lines are numbered as their author sees them.
  const compile = (source, name) => {
    try {
      return evaluate(`(${name} => (${source}\n))`);
    } catch (noExpression) {
      return evaluate(`(${name} => { return (() => { ${source}\n; return typeof worker === 'function' && worker })() })`);
    }
  };

  const give = value => {
    if (typeof value === 'bigint' || typeof value === 'symbol') {
      tell('error', `gives a ${typeof value}, which JSON has no word for`);
      return;
    }
    try {
      if (value !== null && typeof value === 'object' && typeof value.then === 'function') {
        tell('error', "gives an object with a function 'then' that is no promise; must give plain values");
        return;
      }
      tell('value', stringify(value) ?? 'null');
    } catch (unwritable) {
      tell('error', `gives what cannot be written as JSON: ${describe(unwritable)}`);
    }
  };

  globalThis.$run = () => {
    delete globalThis.$run;
    const fail = thrown => tell('error', describe(thrown));
    try {
      const { source, name, values, seed } = ask('task');
      seedRandom(seed);
      const worker = compile(source, name)(values[0]);
      if (typeof worker !== 'function') {
        tell('error', 'is no function; must be one, such as function worker(inputs, data, state) { … }');
        return;
      }
      const value = worker(...values);
      if (value instanceof Promise) {
        then(value, give, fail);
      } else {
        give(value);
      }
    } catch (thrown) {
      fail(thrown);
    }
  };
})();
