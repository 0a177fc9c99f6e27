import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { messageOf } from '../../bridge/failures';
import { sentence } from '../../design/sentence';
import type { Json } from '../../json';

const CodeField = lazy(() => import('../../code/CodeField'));

interface Props {
  readonly label: string;
  readonly value: Json | undefined;
  readonly verb: string;
  /** Why it cannot be saved yet, whatever the value. */
  readonly trouble?: string | undefined;
  readonly onSave: (value: Json) => Promise<void>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A value as JSON to be written; what is no JSON is told and not saved. */
export function JsonEdit({ label, value, verb, trouble, onSave, onClose, children }: Props) {
  const id = useId();
  const [text, setText] = useState(value === undefined ? '' : JSON.stringify(value, null, 2));
  const [refused, setRefused] = useState<string | undefined>();
  const [isSaving, setSaving] = useState(false);
  const read = readJson(text);
  const save = () => {
    if (read.value !== undefined) {
      setSaving(true);
      onSave(read.value).catch((error: unknown) => setRefused(sentence(messageOf(error)))).finally(() => setSaving(false));
    }
  };
  return (
    <div className="json-edit">
      <Suspense fallback={<textarea className="input mono" rows={3} aria-label={label} value={text} readOnly />}>
        <CodeField id={id} label={label} language="json" value={text} completions={[]} onChange={(typed) => { setText(typed); setRefused(undefined); }} />
      </Suspense>
      <div className="json-edit-foot">
        <button type="button" className="button small primary" disabled={isSaving || read.value === undefined || trouble !== undefined} onClick={save}>{verb}</button>
        <button type="button" className="button small" onClick={onClose}>Cancel</button>
        <span className="trouble" role="status">{refused ?? read.mistake ?? (text.trim() === '' ? undefined : trouble)}</span>
        {children}
      </div>
    </div>
  );
}

function readJson(text: string): { readonly value?: Json; readonly mistake?: string } {
  if (text.trim() === '') {
    return {};
  }
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return { mistake: 'This is not JSON yet; texts stand in double quotes.' };
  }
}
