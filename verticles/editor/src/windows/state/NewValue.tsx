import { useState } from 'react';
import type { Json } from '../../json';
import { JsonEdit } from './JsonEdit';

interface Props {
  readonly taken: readonly string[];
  readonly onSave: (name: string, value: Json) => Promise<void>;
  readonly onClose: () => void;
}

/** A value under a name that is not there yet. */
export function NewValue({ taken, onSave, onClose }: Props) {
  const [name, setName] = useState('');
  const trouble = name === '' ? 'It needs a name.' : taken.includes(name) ? `There is a value '${name}' already.` : undefined;
  return (
    <div className="state-new">
      <label className="field"><span>Name</span>
        <input className="input" autoFocus value={name} maxLength={500} onChange={({ target }) => setName(target.value)} />
      </label>
      <div className="field"><span>Value</span>
        <JsonEdit label="Value" value={undefined} verb="Add" trouble={trouble} onClose={onClose} onSave={async (value) => {
          await onSave(name, value);
          onClose();
        }} />
      </div>
    </div>
  );
}
