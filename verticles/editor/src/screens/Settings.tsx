import { ArrowLeft } from 'lucide-react';
import { IconButton } from '../design/IconButton';
import { useSession } from '../session/session';
import { go } from '../stores/route';
import '../windows/windows.css';
import { AccountMenu } from './AccountMenu';
import { Appearance } from './settings/Appearance';
import { Keys } from './settings/Keys';
import { Sessions } from './settings/Sessions';
import { VendorKeys } from './settings/VendorKeys';

/** The account: how it looks here, its keys, and where it is signed in. */
export function Settings() {
  const user = useSession((state) => state.user);
  return (
    <div className="home">
      <header className="bar">
        <IconButton icon={ArrowLeft} label="All spells" onClick={() => go({ screen: 'home' })} />
        <strong className="bar-name">Settings</strong><span className="bar-space" /><AccountMenu />
      </header>
      <main className="home-main settings" tabIndex={-1}>
        <section aria-labelledby="account"><h1 id="account">Account</h1>
          <dl className="facts"><div><dt>E-mail</dt><dd>{user?.email}</dd></div>{user?.name !== undefined && <div><dt>Name</dt><dd>{user.name}</dd></div>}<div><dt>Roles</dt><dd>{user?.roles.join(', ')}</dd></div></dl>
        </section>
        <Appearance />
        <Keys />
        <VendorKeys />
        <Sessions />
      </main>
    </div>
  );
}
