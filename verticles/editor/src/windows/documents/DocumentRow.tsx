import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../design/IconButton';
import { ago } from '../../design/duration';
import { documents, type DocumentChange } from '../../rest/documents';
import { complain } from '../../stores/notices';
import type { DocumentsDocument } from '../../wire';
import { Confirm } from '../listing/Confirm';
import { Writing } from './Writing';

/** One document: opened to be read or changed, found by searches or not. */
export function DocumentRow({ document, onChanged }: { document: DocumentsDocument; onChanged: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { id, title, included, passages, placed, date } = document;
  const name = title || 'Without a title';
  const change = async (to: DocumentChange) => {
    await documents.change(id, to);
    onChanged();
  };
  return (
    <li className="document-row">
      <button type="button" className="document-name" onClick={() => setOpen(true)}>
        <strong>{name}</strong>
        <span className="muted numbers">{ago(date)}, {passages === 1 ? '1 passage' : `${passages} passages`}{placed < passages && ', found by words alone'}</span>
      </button>
      <label className="check" title="Whether a search finds it"><input type="checkbox" checked={included} aria-label={`A search finds ${name}`}
        onChange={({ target }) => void change({ included: target.checked }).catch(complain)} />found</label>
      <IconButton icon={Trash2} label={`Delete ${name}`} className="plain small" onClick={() => setAsking(true)} />
      {isOpen && <Writing document={document} onSave={change} onClose={() => setOpen(false)} />}
      {isAsking && <Confirm title={`Delete ${name}?`} about="Spells will not find it again. This cannot be undone." verb="Delete it"
        onYes={() => void documents.delete(id).then(onChanged).catch(complain)} onClose={() => setAsking(false)} />}
    </li>
  );
}
