import { isObject, type Json } from '../json';
import type { NodeTypeInfo } from '../wire';
import type { StoredNode } from './graph';

/** How much of a text is shown around what was found in it. */
const AROUND = 36;

/**
 * Where a node has what is sought: '' in its title or type, else the place in what is set in it. Absent where it has it
 * nowhere. Letters may be small or large.
 */
export function foundIn(node: StoredNode, title: string, type: NodeTypeInfo | undefined, sought: string): string | undefined {
  const wanted = sought.trim().toLowerCase();
  if ([title, node.name, type?.title ?? '', type?.type ?? '', String(node.id)].some((text) => text.toLowerCase().includes(wanted))) {
    return '';
  }
  for (const text of textsIn(node.data)) {
    const at = text.toLowerCase().indexOf(wanted);
    if (at >= 0) {
      const start = Math.max(0, at - AROUND);
      const end = at + wanted.length + AROUND;
      return `${start > 0 ? '…' : ''}${text.slice(start, end).replaceAll(/\s+/g, ' ')}${end < text.length ? '…' : ''}`;
    }
  }
  return undefined;
}

function* textsIn(value: Json | undefined): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value as Json[]) {
      yield* textsIn(item);
    }
  } else if (isObject(value)) {
    for (const item of Object.values(value)) {
      yield* textsIn(item);
    }
  } else if (value !== null && value !== undefined && typeof value !== 'boolean') {
    yield String(value);
  }
}
