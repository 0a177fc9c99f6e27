import { useState, type FormEvent } from 'react';
import { messageOf } from '../../bridge/failures';
import { Dialog } from '../../design/Dialog';
import { sentence } from '../../design/sentence';

interface Props {
  readonly title: string;
  readonly about?: string;
  /** The name as it is, or as it could be. */
  readonly name: string;
  readonly verb: string;
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for a name, and stays until it is taken. */
export function NameDialog({ title, about, name, verb, onName, onClose }: Props) {
  const [written, setWritten] = useState(name);
  const [trouble, setTrouble] = useState<string | undefined>();
  const [isSaving, setSaving] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    onName(written.trim()).then(onClose).catch((error: unknown) => {
      setTrouble(sentence(messageOf(error)));
      setSaving(false);
    });
  };
  return (
    <Dialog title={title} onClose={onClose} {...(about === undefined ? {} : { about })}>
      <form className="name-form" onSubmit={save}>
        <label className="field"><span className="field-label">Name</span>
          <input className="input" value={written} maxLength={200} required autoFocus autoComplete="off" onFocus={({ target }) => target.select()}
            aria-invalid={trouble !== undefined} onChange={({ target }) => setWritten(target.value)} />
        </label>
        <p className="trouble" role="alert">{trouble}</p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>Cancel</button>
          <button type="submit" className="button primary" disabled={isSaving || written.trim() === ''}>{verb}</button>
        </div>
      </form>
    </Dialog>
  );
}
