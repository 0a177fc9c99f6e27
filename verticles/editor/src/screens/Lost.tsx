import { go } from '../stores/route';
import { Mark } from './Mark';

/** An address that leads nowhere. */
export function Lost() {
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <Mark />
        <h1>Nothing is at this address</h1>
        <p className="muted">The link may have been cut short. A link to a spell ends in the spell's id.</p>
        <button type="button" className="button primary" onClick={() => go({ screen: 'home' })}>Go to your spells</button>
      </div>
    </main>
  );
}
