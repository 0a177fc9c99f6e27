import { usePreferences } from '../stores/preferences';

const system = matchMedia('(prefers-color-scheme: dark)');

export function isDark(): boolean {
  const { theme } = usePreferences.getState();
  return theme === 'dark' || (theme === 'system' && system.matches);
}

/** Puts the theme on the page, now and whenever the person or the system changes it. */
export function applyTheme(): void {
  const apply = () => document.documentElement.setAttribute('data-theme', isDark() ? 'dark' : 'light');
  apply();
  usePreferences.subscribe(apply);
  system.addEventListener('change', apply);
}
