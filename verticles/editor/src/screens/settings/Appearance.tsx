import './settings.css';
import { prefer, usePreferences, type Preferences } from '../../stores/preferences';

const THEMES: readonly (readonly [Preferences['theme'], string])[] = [['system', 'As the system'], ['light', 'Light'], ['dark', 'Dark']];

/** How the page looks and moves, in this browser. */
export function Appearance() {
  const theme = usePreferences((state) => state.theme);
  const motion = usePreferences((state) => state.motion);
  return (
    <section aria-labelledby="appearance">
      <h1 id="appearance">Appearance</h1>
      <p className="muted">For this browser alone.</p>
      <fieldset className="theme-choice">
        <legend className="hidden">Theme</legend>
        {THEMES.map(([value, label]) => (
          <label key={value} className="check"><input type="radio" name="theme" checked={theme === value} onChange={() => prefer({ theme: value })} />{label}</label>
        ))}
      </fieldset>
      <label className="check"><input type="checkbox" checked={motion === 'reduced'} onChange={({ target }) => prefer({ motion: target.checked ? 'reduced' : 'system' })} />Nothing moves, whatever the system says</label>
    </section>
  );
}
