import { FilePlus, PenLine, Search, Upload } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import '../windows.css';
import './documents.css';
import { documents } from '../../rest/documents';
import { complain } from '../../stores/notices';
import type { DocumentsDocumentPage } from '../../wire';
import { Listing, Trouble } from '../listing/Listing';
import { usePages, type Pages } from '../listing/usePages';
import { add, addFiles } from './adding';
import { DocumentRow } from './DocumentRow';
import { Found } from './Found';
import { Stores } from './Stores';
import { useTextDrop } from './useTextDrop';
import { Writing } from './Writing';

/** Texts that spells find again: kept in stores, written here or dropped, searched as a spell would. */
export default function Documents() {
  const [store, setStore] = useState<string | undefined>();
  const [sought, setSought] = useState('');
  const [isWriting, setWriting] = useState(false);
  const stores = usePages(documents.stores);
  const ask = useCallback((after?: string) => documents.list(store, after), [store]);
  const listed = usePages(ask);
  const changed = () => {
    listed.again();
    stores.again();
  };
  const take = (files: readonly File[]) => void addFiles(files, store).catch(complain).finally(changed);
  const { isOver, handlers } = useTextDrop(take);
  return (
    <div className={`side-window documents ${isOver ? 'over' : ''}`} {...handlers}>
      {stores.standing === 'failed' && listed.standing !== 'failed' && <Trouble text={stores.trouble ?? ''} again={stores.again} />}
      <Stores stores={stores.pages.flatMap((page) => page.items)} chosen={store} onChoose={setStore} onChanged={changed} />
      <SearchLine key={store ?? ''} onSearch={setSought} />
      {sought !== ''
        ? <Found text={sought} store={store} />
        : <Listed of={listed} onChanged={changed} onWrite={() => setWriting(true)} onFiles={take} />}
      {isWriting && <Writing onClose={() => setWriting(false)}
        onSave={(written) => add([store === undefined ? written : { ...written, store }]).then(changed)} />}
    </div>
  );
}

function SearchLine({ onSearch }: { onSearch: (text: string) => void }) {
  return (
    <form className="window-tools document-search" role="search" onSubmit={(event) => {
      event.preventDefault();
      onSearch(String(new FormData(event.currentTarget).get('text')).trim());
    }}>
      <label className="seek"><Search size={14} aria-hidden /><span className="hidden">Search the documents</span>
        <input className="input" type="search" name="text" placeholder="Search, as a spell would" maxLength={10_000}
          onChange={({ target }) => target.value === '' && onSearch('')} /></label>
      <button type="submit" className="button small">Search</button>
    </form>
  );
}

interface ListedProps {
  readonly of: Pages<DocumentsDocumentPage>;
  readonly onChanged: () => void;
  readonly onWrite: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

function Listed({ of, onChanged, onWrite, onFiles }: ListedProps) {
  const items = of.pages.flatMap((page) => page.items);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <div className="window-tools">
        <button type="button" className="button small" onClick={onWrite}><PenLine size={13} aria-hidden />Write one</button>
        <button type="button" className="button small" onClick={() => input.current?.click()}><Upload size={13} aria-hidden />Add files</button>
        <input ref={input} type="file" className="hidden" tabIndex={-1} aria-label="Files to add" multiple accept=".txt,.md,.markdown"
          onChange={({ target }) => {
            onFiles([...target.files ?? []]);
            target.value = '';
          }} />
      </div>
      <Listing of={of} service="document" isEmpty={items.length === 0} empty={<><FilePlus size={20} aria-hidden /><strong>No documents here</strong>
        What a spell is to know lies here: write it, or drop .txt and .md files on this window. Search Documents finds the passages that fit.</>}>
        <ul className="document-list">{items.map((document) => <DocumentRow key={document.id} document={document} onChanged={onChanged} />)}</ul>
      </Listing>
    </>
  );
}
