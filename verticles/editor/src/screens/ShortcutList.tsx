import { Dialog } from '../design/Dialog';
import { spokenKey } from './keys';
import { SHORTCUTS } from './shortcuts';

/** What the canvas and the browser do by themselves. */
const ALSO = [
  ['Ctrl+V', 'Paste'], ['Ctrl+Shift+V', 'Paste with the wires that came in'], ['Space', 'Held, a drag moves the canvas; so does the middle button'],
  ['Alt+arrow', 'On the tab of a window: move it'], ['Alt+Enter', 'On the tab of a window: a part of its own'],
] as const;

export function ShortcutList({ onClose }: { onClose: () => void }) {
  const actions = [...new Set(SHORTCUTS.map(({ does }) => does))];
  return (
    <Dialog title="Shortcuts" about="On a Mac, Ctrl is the command key. They rest while you type." wide onClose={onClose}>
      <dl className="shortcuts">
        {actions.map((does) => (
          <div key={does}><dt>{does}</dt>
            <dd>{SHORTCUTS.filter((one) => one.does === does).map(({ key }) => <kbd key={key}>{spokenKey(key)}</kbd>)}</dd></div>
        ))}
        {ALSO.map(([key, does]) => <div key={key}><dt>{does}</dt><dd><kbd>{key}</kbd></dd></div>)}
      </dl>
      <div className="dialog-actions"><button type="button" className="button primary" onClick={onClose}>Close</button></div>
    </Dialog>
  );
}
