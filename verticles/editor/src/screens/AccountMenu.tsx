import { LogOut, Moon, Settings as SettingsIcon, Sun, SunMoon, User, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { logout, useSession } from '../session/session';
import { complain } from '../stores/notices';
import { prefer, usePreferences, type Preferences } from '../stores/preferences';
import { go } from '../stores/route';

export const THEMES: readonly [Preferences['theme'], string, LucideIcon][] = [
  ['system', 'As the system', SunMoon], ['light', 'Light', Sun], ['dark', 'Dark', Moon],
];

/** Who is signed in, how the page looks, and the way out. */
export function AccountMenu() {
  const user = useSession((state) => state.user);
  const theme = usePreferences((state) => state.theme);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button plain icon" aria-label="Account and settings"><User size={16} aria-hidden /></DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.Label className="menu-label">{user?.name ?? user?.email}</DropdownMenu.Label>
          <div className="menu-line" />
          <DropdownMenu.RadioGroup value={theme}>
            {THEMES.map(([value, label, Icon]) => (
              <DropdownMenu.RadioItem key={value} value={value} className="menu-item" onSelect={() => prefer({ theme: value })}>
                <Icon size={15} aria-hidden />{label}{theme === value && <kbd>on</kbd>}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <div className="menu-line" />
          <DropdownMenu.Item className="menu-item" onSelect={() => go({ screen: 'settings' })}><SettingsIcon size={15} aria-hidden />Settings</DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={() => void logout().catch(complain)}><LogOut size={15} aria-hidden />Sign out</DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
