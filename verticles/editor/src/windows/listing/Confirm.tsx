import { Dialog } from '../../design/Dialog';

interface Props {
  readonly title: string;
  readonly about: string;
  readonly verb: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asks before what cannot be undone. */
export function Confirm({ title, about, verb, onYes, onClose }: Props) {
  return (
    <Dialog title={title} about={about} onClose={onClose}>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>Keep it</button>
        <button type="button" className="button danger" onClick={() => { onClose(); onYes(); }}>{verb}</button>
      </div>
    </Dialog>
  );
}
