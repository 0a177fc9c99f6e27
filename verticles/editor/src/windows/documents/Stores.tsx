import { FolderPlus, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../../design/Dialog';
import { IconButton } from '../../design/IconButton';
import { documents } from '../../rest/documents';
import { complain } from '../../stores/notices';
import type { DocumentStoresStore } from '../../wire';
import { Confirm } from '../listing/Confirm';

interface Props {
  readonly stores: readonly DocumentStoresStore[];
  readonly chosen: string | undefined;
  readonly onChoose: (store: string | undefined) => void;
  /** There is one more, or one less. */
  readonly onChanged: () => void;
}

/** Which store is looked at; stores are made and taken away here. */
export function Stores({ stores, chosen, onChoose, onChanged }: Props) {
  const [isMaking, setMaking] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const store = stores.find(({ id }) => id === chosen);
  const remove = (id: string) => {
    documents.deleteStore(id).then(() => {
      onChoose(undefined);
      onChanged();
    }).catch(complain);
  };
  return (
    <div className="window-tools">
      <select className="input document-stores" aria-label="Store" value={chosen ?? ''} onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}>
        <option value="">All documents</option>
        {stores.map(({ id, name, documents: number }) => <option key={id} value={id}>{name} ({number})</option>)}
      </select>
      <IconButton icon={FolderPlus} label="Make a store" className="plain small" onClick={() => setMaking(true)} />
      {store && <IconButton icon={Trash2} label={`Delete the store ${store.name}`} className="plain small" onClick={() => setAsking(true)} />}
      {isMaking && <NewStore onClose={() => setMaking(false)} onMade={(id) => { onChanged(); onChoose(id); }} />}
      {isAsking && store && (
        <Confirm title={`Delete ${store.name}?`} about={`With it go its ${store.documents} documents. This cannot be undone.`} verb="Delete the store"
          onYes={() => remove(store.id)} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}

function NewStore({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    documents.createStore(String(new FormData(event.currentTarget).get('name'))).then(({ id }) => {
      onClose();
      onMade(id);
    }).catch(complain);
  };
  return (
    <Dialog title="Make a store" about="Documents that belong together lie in one, and a search can keep to it." onClose={onClose}>
      <form className="field" onSubmit={make}>
        <label htmlFor="store-name">Name</label>
        <input className="input" id="store-name" name="name" required maxLength={200} autoComplete="off" />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>Cancel</button>
          <button type="submit" className="button primary">Make it</button>
        </div>
      </form>
    </Dialog>
  );
}
