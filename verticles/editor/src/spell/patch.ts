import { isObject, sameJson, type Json, type JsonObject } from '../json';

/** One operation of RFC 6902, of those that are made here. */
export type Operation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string };

/** What turns one value into the other. Lists are replaced whole: who moved what in them cannot be told. */
export function diff(from: Json, to: Json, path = ''): Operation[] {
  if (from === to) {
    return [];
  }
  if (!isObject(from) || !isObject(to)) {
    return sameJson(from, to) ? [] : [{ op: 'replace', path, value: to }];
  }
  const operations: Operation[] = [];
  for (const key of Object.keys(from)) {
    if (from[key] !== undefined && to[key] === undefined) {
      operations.push({ op: 'remove', path: `${path}/${escaped(key)}` });
    }
  }
  for (const key of Object.keys(to)) {
    const after = to[key];
    const before = from[key];
    if (after !== undefined) {
      const at = `${path}/${escaped(key)}`;
      operations.push(...(before === undefined ? [{ op: 'add', path: at, value: after } as const] : diff(before, after, at)));
    }
  }
  return operations;
}

/** Applies what {@link diff} makes; what is no longer there to be changed is put there, or is gone already. */
export function apply(value: Json, operations: readonly Operation[]): Json {
  return operations.reduce((changed, operation) => {
    const keys = operation.path.split('/').slice(1).map(plain);
    return put(changed, keys, operation.op === 'remove' ? undefined : operation.value) ?? null;
  }, value);
}

/** Whether two sets of changes leave each other alone: neither touches what the other does, nor inside of it. */
export function areApart(ours: readonly Operation[], theirs: readonly Operation[]): boolean {
  return !ours.some((our) => theirs.some((their) =>
    `${our.path}/`.startsWith(`${their.path}/`) || `${their.path}/`.startsWith(`${our.path}/`)));
}

function put(value: Json | undefined, [key, ...rest]: readonly string[], what: Json | undefined): Json | undefined {
  if (key === undefined) {
    return what;
  }
  const object: JsonObject = isObject(value) ? value : {};
  const changed: Record<string, Json | undefined> = { ...object };
  const inner = put(object[key], rest, what);
  if (inner === undefined) {
    delete changed[key];
  } else {
    changed[key] = inner;
  }
  return changed;
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function plain(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
