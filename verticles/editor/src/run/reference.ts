import { size } from '../design/amounts';
import { isObject, type Json } from '../json';

/** A value that was too large to travel in an event. */
export interface Reference {
  readonly $ref: string;
  readonly bytes: number;
  readonly preview: string;
}

export function isReference(value: Json | undefined): value is Json & Reference {
  return isObject(value) && typeof value['$ref'] === 'string' && typeof value['bytes'] === 'number' && typeof value['preview'] === 'string';
}

/** What is said of it before somebody wants it whole. @param most characters of it */
export function previewOf({ preview, bytes }: Reference, most = preview.length): string {
  return `${size(bytes)}: ${preview.slice(0, most)}…`;
}

/** The value with the beginnings of those in it that are large. */
export function withPreviews(value: Json): Json {
  if (isReference(value)) {
    return previewOf(value);
  }
  if (Array.isArray(value)) {
    return (value as Json[]).map(withPreviews);
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inner === undefined ? null : withPreviews(inner)]))
    : value;
}

/** What a value takes as JSON, in bytes of UTF-8. */
export function sizeOf(value: Json): number {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)).length;
}
