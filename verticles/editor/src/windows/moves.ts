import { moveWindow, resetWindows } from '../stores/windows';
import { canSplit, other, whereIs, type Layout, type Side } from './layout';

/** One way to move a window. */
export interface Move {
  readonly does: string;
  /** On its tab. */
  readonly key?: string;
  readonly act: () => void;
}

const TO: { readonly [S in Side]: string } = { right: 'Move to the side', bottom: 'Move below' };
/** Where a stack lies, seen from the one before it and from the one after it. */
const NEXT: { readonly [S in Side]: string } = { right: 'Move to the part under this', bottom: 'Move to the part on the right' };
const BEFORE: { readonly [S in Side]: string } = { right: 'Move to the part above this', bottom: 'Move to the part on the left' };
const SPLIT: { readonly [S in Side]: string } = { right: 'Open under the others', bottom: 'Open beside the others' };

/** What can be done with the place of a window. */
export function movesOf(layout: Layout, id: string): readonly Move[] {
  const spot = whereIs(layout, id);
  if (!spot) {
    return [];
  }
  const { side, stack } = spot;
  const { stacks } = layout[side];
  const windows = stacks[stack]?.windows ?? [];
  const [left, right] = [windows[windows.indexOf(id) - 1], windows[windows.indexOf(id) + 1]];
  const [before, next] = [stacks[stack - 1]?.open, stacks[stack + 1]?.open];
  const moves: Move[] = [{ does: TO[other(side)], key: side === 'right' ? 'Alt+ArrowDown' : 'Alt+ArrowUp', act: () => moveWindow(id, { to: other(side) }) }];
  if (canSplit(layout, id, spot)) {
    moves.push({ does: SPLIT[side], key: 'Alt+Enter', act: () => moveWindow(id, { split: id, at: 'after' }) });
  }
  if (before !== undefined) {
    moves.push({ does: BEFORE[side], act: () => moveWindow(id, { beside: before, at: 'end' }) });
  }
  if (next !== undefined) {
    moves.push({ does: NEXT[side], act: () => moveWindow(id, { beside: next, at: 'end' }) });
  }
  if (left !== undefined) {
    moves.push({ does: 'Move left', key: 'Alt+ArrowLeft', act: () => moveWindow(id, { beside: left, at: 'before' }) });
  }
  if (right !== undefined) {
    moves.push({ does: 'Move right', key: 'Alt+ArrowRight', act: () => moveWindow(id, { beside: right, at: 'after' }) });
  }
  return moves;
}

export const RESET: Move = { does: 'Reset the windows', act: resetWindows };

export function tabOf(id: string): string {
  return `tab-${id}`;
}

/** A window that has moved is drawn anew, and so is its tab. */
export function focusTab(id: string): void {
  requestAnimationFrame(() => document.getElementById(tabOf(id))?.focus());
}
