import { LogOut } from 'lucide-react';
import { ago } from '../../design/duration';
import { api } from '../../rest/api';
import { complain, tell } from '../../stores/notices';
import { Listing } from '../../windows/listing/Listing';
import { usePages } from '../../windows/listing/usePages';

/** Where the person is signed in. */
export function Sessions() {
  const listed = usePages(api.sessions);
  const items = listed.pages.flatMap((page) => page.items);
  const end = (id: string) => void api.endSession(id).then(() => {
    tell('It is signed out.');
    listed.again();
  }).catch(complain);
  return (
    <section aria-labelledby="sessions">
      <h1 id="sessions">Sessions</h1>
      <p className="muted">Where you are signed in.</p>
      <Listing of={listed} isEmpty={items.length === 0} empty="Only here, by a key.">
        <ul className="rows">
          {items.map(({ id, created, lastUsed, current }) => (
            <li key={id}><strong>{current ? 'This browser' : 'Another'}</strong><span className="muted">since {ago(created)}, used {ago(lastUsed)}</span>
              {!current && <button type="button" className="button small" onClick={() => end(id)}><LogOut size={13} aria-hidden />Sign it out</button>}</li>
          ))}
        </ul>
      </Listing>
    </section>
  );
}
