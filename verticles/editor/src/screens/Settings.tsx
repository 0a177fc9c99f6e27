import { ArrowLeft, Trash2 } from 'lucide-react';
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import { IconButton } from '../design/IconButton';
import { ago } from '../design/duration';
import { api } from '../rest/api';
import { useSession } from '../session/session';
import { complain, tell } from '../stores/notices';
import { go } from '../stores/route';
import type { UsersKey, UsersSession } from '../wire';
import { Value } from '../windows/Value';
import '../windows/windows.css';
import { AccountMenu } from './AccountMenu';

/** The account: keys for programs, and where it is signed in. */
export function Settings() {
  const user = useSession((state) => state.user);
  return (
    <div className="home">
      <header className="bar">
        <IconButton icon={ArrowLeft} label="All spells" onClick={() => go({ screen: 'home' })} />
        <strong className="bar-name">Settings</strong><span className="bar-space" /><AccountMenu />
      </header>
      <main className="home-main settings">
        <section aria-labelledby="account"><h1 id="account">Account</h1>
          <dl className="facts"><div><dt>E-mail</dt><dd>{user?.email}</dd></div>{user?.name !== undefined && <div><dt>Name</dt><dd>{user.name}</dd></div>}<div><dt>Roles</dt><dd>{user?.roles.join(', ')}</dd></div></dl>
        </section>
        <Keys />
        <SessionList />
      </main>
    </div>
  );
}

function Keys() {
  const [keys, setKeys] = useState<readonly UsersKey[]>([]);
  const [made, setMade] = useState<string | undefined>();
  const load = useCallback(() => void api.keys().then(({ items }) => setKeys(items)).catch(complain), []);
  useEffect(load, [load]);
  const create = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    api.createKey(String(new FormData(form).get('name'))).then(({ key }) => {
      setMade(key);
      form.reset();
      load();
    }).catch(complain);
  };
  return (
    <section aria-labelledby="keys">
      <h1 id="keys">API keys</h1>
      <p className="muted">With one, a program runs your spells over REST as you.</p>
      {made !== undefined && <div className="made-key" role="status"><p>Copy it now: it is shown this once, and kept nowhere.</p><Value value={made} label="New key" /></div>}
      <ul className="rows">
        {keys.map(({ id, name, hint, created, lastUsed }) => (
          <li key={id}><strong>{name}</strong><code>{hint}…</code><span className="muted">made {ago(created)}{lastUsed === undefined ? ', never used' : `, used ${ago(lastUsed)}`}</span>
            <IconButton icon={Trash2} label={`Revoke ${name}`} className="plain small" onClick={() => void api.revokeKey(id).then(load).catch(complain)} /></li>
        ))}
      </ul>
      <form className="row-form" onSubmit={create}>
        <label className="hidden" htmlFor="key-name">Name of the key</label>
        <input className="input" id="key-name" name="name" placeholder="What is it for?" required maxLength={200} />
        <button type="submit" className="button">Make a key</button>
      </form>
    </section>
  );
}

function SessionList() {
  const [sessions, setSessions] = useState<readonly UsersSession[]>([]);
  const load = useCallback(() => void api.sessions().then(({ items }) => setSessions(items)).catch(complain), []);
  useEffect(load, [load]);
  return (
    <section aria-labelledby="sessions">
      <h1 id="sessions">Sessions</h1>
      <p className="muted">Where you are signed in.</p>
      <ul className="rows">
        {sessions.map(({ id, created, lastUsed, current }) => (
          <li key={id}><strong>{current ? 'This browser' : 'Another'}</strong><span className="muted">since {ago(created)}, used {ago(lastUsed)}</span>
            {!current && <IconButton icon={Trash2} label="End this session" className="plain small" onClick={() => void api.endSession(id).then(() => { tell('It is signed out.'); load(); }).catch(complain)} />}</li>
        ))}
      </ul>
    </section>
  );
}
