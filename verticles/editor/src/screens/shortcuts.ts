import { useEffect } from 'react';
import { canvas } from '../stores/canvasCommands';
import { drawnIn } from '../stores/inside';
import { redo, undo } from '../stores/documents';
import { find } from '../stores/finding';
import { complain, tell } from '../stores/notices';
import { runAgain } from '../stores/runAgain';
import { run, stopShown } from '../stores/running';
import { save } from '../stores/saving';
import { toggleWindow } from '../stores/windows';
import { addNote, copy, cut, duplicate, group, nudge, pasteText, remove, toggleDisabled, togglePin } from './commands';
import { focusName } from './focusName';

interface Openers {
  readonly commands: () => void;
  readonly keys: () => void;
}

interface Shortcut {
  /** As in {@link keyOf}. */
  readonly key: string;
  readonly does: string;
  /** Whether it counts while somebody types in a field. */
  readonly everywhere?: boolean;
  /** @param drawn the spell on the canvas: the open one, or a sub-spell of it */
  readonly act: (spell: string, openers: Openers, drawn: string) => void;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { key: 'Ctrl+Enter', does: 'Run the spell', everywhere: true, act: (spell) => void run(spell, {}).catch(complain) },
  { key: 'Ctrl+Shift+Enter', does: 'Run again with what it was given last', everywhere: true, act: (spell) => void runAgain(spell).catch(complain) },
  { key: 'Ctrl+Alt+Enter', does: 'Stop the run', everywhere: true, act: stopShown },
  { key: 'Ctrl+K', does: 'Commands', everywhere: true, act: (_, openers) => openers.commands() },
  { key: 'Ctrl+F', does: 'Find in the spell', act: () => find() },
  { key: 'Ctrl+S', does: 'Save now', everywhere: true, act: (spell) => void save(spell).then(() => tell('Saved.')) },
  { key: 'A', does: 'Add a node', act: () => canvas()?.addNode() },
  { key: 'Ctrl+Z', does: 'Undo', act: (_, __, drawn) => undo(drawn) },
  { key: 'Ctrl+Shift+Z', does: 'Redo', act: (_, __, drawn) => redo(drawn) },
  { key: 'Ctrl+Y', does: 'Redo', act: (_, __, drawn) => redo(drawn) },
  { key: 'Ctrl+C', does: 'Copy', act: (_, __, drawn) => void copy(drawn).catch(complain) },
  { key: 'Ctrl+X', does: 'Cut', act: (_, __, drawn) => void cut(drawn).catch(complain) },
  { key: 'Ctrl+D', does: 'Duplicate', act: (_, __, drawn) => duplicate(drawn) },
  { key: 'Delete', does: 'Delete', act: (_, __, drawn) => remove(drawn) },
  { key: 'D', does: 'Disable or enable', act: (_, __, drawn) => toggleDisabled(drawn) },
  { key: 'P', does: 'Pin what a node gave', act: togglePin },
  { key: 'Ctrl+G', does: 'Group', act: (_, __, drawn) => group(drawn) },
  { key: 'Shift+S', does: 'Add a note', act: (_, __, drawn) => addNote(drawn) },
  { key: '1', does: 'Show all', act: () => canvas()?.fit() },
  { key: '0', does: 'Whole size', act: () => canvas()?.zoom('whole') },
  { key: '+', does: 'Zoom in', act: () => canvas()?.zoom('in') },
  { key: '-', does: 'Zoom out', act: () => canvas()?.zoom('out') },
  { key: 'Ctrl+`', does: 'Console', everywhere: true, act: () => toggleWindow('console') },
  { key: 'ArrowRight', does: 'To the next node along the wires', act: () => canvas()?.walk('right', false) },
  { key: 'ArrowLeft', does: 'To the node before', act: () => canvas()?.walk('left', false) },
  { key: 'ArrowUp', does: 'To the node above', act: () => canvas()?.walk('up', false) },
  { key: 'ArrowDown', does: 'To the node below', act: () => canvas()?.walk('down', false) },
  { key: 'Shift+ArrowRight', does: 'Select all that follows', act: () => canvas()?.walk('right', true) },
  { key: 'Shift+ArrowLeft', does: 'Select all that leads here', act: () => canvas()?.walk('left', true) },
  { key: 'Alt+ArrowRight', does: 'Move to the right', act: (_, __, drawn) => nudge(drawn, [20, 0]) },
  { key: 'Alt+ArrowLeft', does: 'Move to the left', act: (_, __, drawn) => nudge(drawn, [-20, 0]) },
  { key: 'Alt+ArrowUp', does: 'Move up', act: (_, __, drawn) => nudge(drawn, [0, -20]) },
  { key: 'Alt+ArrowDown', does: 'Move down', act: (_, __, drawn) => nudge(drawn, [0, 20]) },
  { key: 'F2', does: 'Rename the node', act: focusName },
  { key: 'F6', does: 'To the next region', everywhere: true, act: () => nextRegion(1) },
  { key: 'Shift+F6', does: 'To the region before', everywhere: true, act: () => nextRegion(-1) },
  { key: '?', does: 'Shortcuts', act: (_, openers) => openers.keys() },
];

export function useShortcuts(spell: string, openers: Openers): void {
  useEffect(() => {
    let keepsWires = false;
    const down = (event: KeyboardEvent) => {
      // The browser says no keys with what it pastes.
      keepsWires = keyOf(event) === 'Ctrl+Shift+V';
      const shortcut = SHORTCUTS.find(({ key, everywhere }) => key === keyOf(event) && (everywhere || !isTaken(event)));
      if (shortcut && !event.defaultPrevented && (shortcut.everywhere || !isInDialog())) {
        event.preventDefault();
        event.stopPropagation();
        shortcut.act(spell, openers, drawnIn(spell));
      }
    };
    const paste = (event: ClipboardEvent) => {
      if (!isTyping(event) && event.clipboardData) {
        event.preventDefault();
        pasteText(drawnIn(spell), event.clipboardData.getData('text'), keepsWires);
      }
    };
    // Before the canvas sees it: its own arrow keys move nodes.
    addEventListener('keydown', down, true);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('keydown', down, true);
      removeEventListener('paste', paste);
    };
  }, [spell, openers]);
}

function keyOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const bare = /^[?+\-`]$/.test(key) && !(event.ctrlKey || event.metaKey);
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey && !bare ? 'Shift+' : ''}${key === 'Backspace' ? 'Delete' : key}`;
}

const FIELDS = 'input, textarea, select, [contenteditable="true"], [role="slider"], [role="separator"], [role="tree"], [role="listbox"], [role="log"]';

/** Whether a key is for what has the focus: for a field, or for tabs and lists, among which arrows go. */
function isTaken(event: KeyboardEvent): boolean {
  return isTyping(event) || (event.key.startsWith('Arrow') && event.target instanceof Element && event.target.closest('[role="tab"], [data-arrows]') !== null);
}

function isTyping(event: Event): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(FIELDS));
}

function isInDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}

/** From the bar to the palette, the canvas and the windows, and around again. */
function nextRegion(by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('.bar, .palette, .editor-canvas, .dock .stack')];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions.at(at < 0 ? 0 : (at + by) % regions.length);
  const first = next?.querySelector<HTMLElement>('.react-flow__node[tabindex="0"], [role="tab"][tabindex="0"], [data-item][tabindex="0"]')
    ?? next?.querySelector<HTMLElement>('button:not(:disabled), input, [tabindex="0"]');
  (first ?? next)?.focus();
}
