import { ChevronRight, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { sameJson, shownInLine, type Json } from '../../json';
import { Confirm } from '../listing/Confirm';
import { JsonEdit } from './JsonEdit';

interface Props {
  readonly name: string;
  readonly value: Json;
  readonly onSave: (value: Json) => Promise<void>;
  readonly onForget: () => void;
}

/** So much of a value is in its line. */
const SHOWN = 300;

/** One value in a line, and as JSON to be changed when it is opened. */
export function StateRow({ name, value, onSave, onForget }: Props) {
  const [opened, setOpened] = useState<{ readonly value: Json } | undefined>();
  const [isAsking, setAsking] = useState(false);
  const line = useMemo(() => shownInLine(value).slice(0, SHOWN), [value]);
  const isOpen = opened !== undefined;
  const hasChanged = isOpen && !sameJson(opened.value, value);
  return (
    <>
      <tr className={isOpen ? 'opened' : ''}>
        <td className="state-name">
          <button type="button" className="state-open" aria-expanded={isOpen} onClick={() => setOpened(isOpen ? undefined : { value })}>
            <ChevronRight size={13} aria-hidden /><span>{name}</span>
          </button>
        </td>
        <td className="mono"><span className="state-value">{line}</span></td>
      </tr>
      {isOpen && (
        <tr className="opened">
          <td colSpan={2}>
            {hasChanged && (
              <p className="state-changed" role="status">
                It has changed since you opened it.
                <button type="button" className="link" onClick={() => setOpened({ value })}>Show what it is now</button>
              </p>
            )}
            <JsonEdit
              key={JSON.stringify(opened.value)} label={`Value of ${name}`} value={opened.value} verb="Save" onClose={() => setOpened(undefined)}
              onSave={async (changed) => {
                await onSave(changed);
                setOpened(undefined);
              }}
            >
              <button type="button" className="button small danger state-forget" onClick={() => setAsking(true)}><Trash2 size={13} aria-hidden />Delete</button>
            </JsonEdit>
          </td>
        </tr>
      )}
      {isAsking && <Confirm title={`Delete “${name}”?`} about="The spell will not find it in its next run. This cannot be undone." verb="Delete" onYes={onForget} onClose={() => setAsking(false)} />}
    </>
  );
}
