import { Dialog } from '../design/Dialog';
import { SHORTCUTS } from './shortcuts';

/** What the canvas and the browser do by themselves. */
const ALSO = [
  ['Ctrl+V', 'Paste'], ['Ctrl+Shift+V', 'Paste with the wires that came in'], ['Space', 'Held, a drag moves the canvas; so does the middle button'],
] as const;

export function ShortcutList({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Shortcuts" about="On a Mac, Ctrl is the command key. They rest while you type." onClose={onClose}>
      <dl className="shortcuts">
        {SHORTCUTS.map(({ key, does }) => <div key={key + does}><dt>{does}</dt><dd><kbd>{key}</kbd></dd></div>)}
        {ALSO.map(([key, does]) => <div key={key}><dt>{does}</dt><dd><kbd>{key}</kbd></dd></div>)}
      </dl>
    </Dialog>
  );
}
