/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values say the same; members that are undefined count as absent. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, at) => sameJson(item as Json, b[at] as Json));
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a).filter((key) => a[key] !== undefined);
    const others = Object.keys(b).filter((key) => b[key] !== undefined);
    return keys.length === others.length && keys.every((key) => sameJson(a[key], b[key]));
  }
  return false;
}

/** As people read it: texts bare, the rest as JSON. */
export function shown(value: Json | undefined): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** The same where there is little room: JSON without line breaks. */
export function shownInLine(value: Json | undefined): string {
  return typeof value === 'string' || value === undefined ? shown(value) : JSON.stringify(value);
}

const LINE = 60;

/** The same where JSON may have several lines, but one is enough for it if it fits. */
export function shownShort(value: Json | undefined): string {
  const line = shownInLine(value);
  return line.length <= LINE ? line : shown(value);
}
