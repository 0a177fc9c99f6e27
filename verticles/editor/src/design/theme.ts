import { usePreferences } from '../stores/preferences';

const system = matchMedia('(prefers-color-scheme: dark)');

export function isDark(): boolean {
  const { theme } = usePreferences.getState();
  return theme === 'dark' || (theme === 'system' && system.matches);
}

/** Puts theme and motion on the page, now and whenever the person or the system changes it. */
export function applyTheme(): void {
  const apply = () => {
    document.documentElement.setAttribute('data-theme', isDark() ? 'dark' : 'light');
    document.documentElement.setAttribute('data-motion', usePreferences.getState().motion);
  };
  apply();
  usePreferences.subscribe(apply);
  system.addEventListener('change', apply);
}
