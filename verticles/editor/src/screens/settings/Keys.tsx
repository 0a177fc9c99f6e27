import { Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import './settings.css';
import { IconButton } from '../../design/IconButton';
import { ago } from '../../design/duration';
import { api } from '../../rest/api';
import { complain } from '../../stores/notices';
import { Confirm } from '../../windows/listing/Confirm';
import { Listing } from '../../windows/listing/Listing';
import { usePages } from '../../windows/listing/usePages';
import { Value } from '../../windows/Value';
import type { UsersKey } from '../../wire';

/** Keys by which programs ask as this person. */
export function Keys() {
  const listed = usePages(api.keys);
  const [made, setMade] = useState<string | undefined>();
  const [leaving, setLeaving] = useState<UsersKey | undefined>();
  const items = listed.pages.flatMap((page) => page.items);
  const create = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    api.createKey(String(new FormData(form).get('name'))).then(({ key }) => {
      setMade(key);
      form.reset();
      listed.again();
    }).catch(complain);
  };
  const revoke = (id: string) => void api.revokeKey(id).then(() => {
    // The key that is shown may be the one that is gone.
    setMade(undefined);
    listed.again();
  }).catch(complain);
  return (
    <section aria-labelledby="keys">
      <h1 id="keys">API keys</h1>
      <p className="muted">With one, a program runs your spells over REST as you.</p>
      {made !== undefined && <div className="made-key" role="status"><p>Copy it now: it is shown this once, and kept nowhere.</p><Value value={made} label="New key" /></div>}
      <Listing of={listed} isEmpty={items.length === 0} empty={<><strong>No keys yet</strong>Say below what a key is for, and make it.</>}>
        <ul className="rows">
          {items.map((key) => (
            <li key={key.id}><strong>{key.name}</strong><code>{key.hint}…</code>
              <span className="muted">made {ago(key.created)}{key.lastUsed === undefined ? ', never used' : `, used ${ago(key.lastUsed)}`}</span>
              <IconButton icon={Trash2} label={`Revoke ${key.name}`} className="plain small" onClick={() => setLeaving(key)} /></li>
          ))}
        </ul>
      </Listing>
      <form className="row-form" onSubmit={create}>
        <label className="hidden" htmlFor="key-name">Name of the key</label>
        <input className="input" id="key-name" name="name" placeholder="What is it for?" required maxLength={200} autoComplete="off" />
        <button type="submit" className="button">Make a key</button>
      </form>
      {leaving && (
        <Confirm title={`Revoke ${leaving.name}?`} about="Programs that use it are refused within seconds. This cannot be undone." verb="Revoke it"
          onYes={() => revoke(leaving.id)} onClose={() => setLeaving(undefined)} />
      )}
    </section>
  );
}
