import { Dialog } from '../design/Dialog';
import { SHORTCUTS } from './shortcuts';

export function ShortcutList({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Shortcuts" about="On a Mac, Ctrl is the command key. They rest while you type." onClose={onClose}>
      <dl className="shortcuts">
        {SHORTCUTS.map(({ key, does }) => <div key={key + does}><dt>{does}</dt><dd><kbd>{key}</kbd></dd></div>)}
      </dl>
    </Dialog>
  );
}
