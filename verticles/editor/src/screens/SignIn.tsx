import { useState, type FormEvent } from 'react';
import { messageOf } from '../bridge/failures';
import { sentence } from '../design/sentence';
import { login, register } from '../session/session';
import { Mark } from './Mark';

/** The way in for those who came without the printed link. */
export function SignIn({ trouble: first }: { trouble: string | undefined }) {
  const [isNew, setNew] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(first);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? '');
    setBusy(true);
    setTrouble(undefined);
    (isNew ? register(text('email'), text('password'), text('name')) : login(text('email'), text('password')))
      .catch((error: unknown) => {
        setTrouble(messageOf(error));
        setBusy(false);
      });
  };
  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={submit}>
        <Mark />
        <h1>{isNew ? 'Make an account' : 'Sign in'}</h1>
        <p className="muted">{isNew
          ? 'Your spells and runs are yours alone.'
          : 'On the machine where the program runs, the link it printed signs you in without a password.'}</p>
        {isNew && (
          <div className="field"><label htmlFor="name">Name (optional)</label><input className="input" id="name" name="name" autoComplete="name" maxLength={200} /></div>
        )}
        <div className="field"><label htmlFor="email">E-mail</label><input className="input" id="email" name="email" type="email" autoComplete="username" required autoFocus /></div>
        <div className="field">
          <label htmlFor="password">Password</label>
          <input className="input" id="password" name="password" type="password" required minLength={isNew ? 8 : 1} maxLength={128}
            autoComplete={isNew ? 'new-password' : 'current-password'} {...(isNew ? { 'aria-describedby': 'password-hint' } : {})} />
          {isNew && <span id="password-hint" className="muted">8 to 128 characters of any kind.</span>}
        </div>
        <p className="trouble" role="alert">{trouble && sentence(trouble)}</p>
        <button type="submit" className="button primary" disabled={busy}>{isNew ? 'Make the account' : 'Sign in'}</button>
        <button type="button" className="button plain" onClick={() => { setNew(!isNew); setTrouble(undefined); }}>
          {isNew ? 'I have an account' : 'I am new here'}
        </button>
      </form>
    </main>
  );
}
