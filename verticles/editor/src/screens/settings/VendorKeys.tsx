import { KeyRound, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import './settings.css';
import { IconButton } from '../../design/IconButton';
import { ago } from '../../design/duration';
import { secrets } from '../../rest/secrets';
import { complain, tell } from '../../stores/notices';
import { Confirm } from '../../windows/listing/Confirm';
import { Listing } from '../../windows/listing/Listing';
import { usePages } from '../../windows/listing/usePages';

const VENDORS: readonly (readonly [string, string])[] = [
  ['openai', 'OpenAI'], ['anthropic', 'Anthropic'], ['google', 'Google'], ['ai21', 'AI21'], ['ollama', 'Ollama'], ['huggingface', 'Hugging Face'],
];

const nameOf = (vendor: string) => VENDORS.find(([id]) => id === vendor)?.[1] ?? vendor;

/** The person's own keys for vendors of models. A key goes to the server and never comes back. */
export function VendorKeys() {
  const listed = usePages(secrets.list);
  const [leaving, setLeaving] = useState<string | undefined>();
  const items = listed.pages[0]?.items ?? [];
  return (
    <section aria-labelledby="vendor-keys">
      <h1 id="vendor-keys">Keys for models</h1>
      <p className="muted">With a key of your own, your completions are asked of that vendor on your account. It is kept by the server, and only its last four characters are shown again.</p>
      <Listing of={listed} service="completion" isEmpty={items.length === 0} empty={<><KeyRound size={18} aria-hidden /><strong>No keys of your own</strong>Your completions use what the operator has set up, or the offline responder.</>}>
        <ul className="rows">
          {items.map(({ name, hint, kept }) => (
            <li key={name}><strong>{nameOf(name)}</strong><code>…{hint}</code><span className="muted">kept {ago(kept)}</span>
              <IconButton icon={Trash2} label={`Forget the key for ${nameOf(name)}`} className="plain small" onClick={() => setLeaving(name)} /></li>
          ))}
        </ul>
      </Listing>
      {!listed.isAbsent && <NewKey onKept={listed.again} />}
      {leaving !== undefined && (
        <Confirm title={`Forget the key for ${nameOf(leaving)}?`} about="Your completions then use what the operator has set up." verb="Forget it"
          onYes={() => void secrets.forget(leaving).then(listed.again).catch(complain)} onClose={() => setLeaving(undefined)} />
      )}
    </section>
  );
}

function NewKey({ onKept }: { onKept: () => void }) {
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const vendor = String(given.get('vendor'));
    secrets.keep(vendor, String(given.get('value')).trim()).then(() => {
      form.reset();
      tell(`The key for ${nameOf(vendor)} is kept.`);
      onKept();
    }).catch(complain);
  };
  return (
    <form className="row-form vendor-key" onSubmit={keep}>
      <select className="input" name="vendor" aria-label="Vendor">{VENDORS.map(([id, name]) => <option key={id} value={id}>{name}</option>)}</select>
      <input className="input" name="value" type="password" aria-label="Key" placeholder="Key, as the vendor gave it" required minLength={16} maxLength={500} autoComplete="off" spellCheck={false} />
      <button type="submit" className="button">Keep it</button>
    </form>
  );
}
