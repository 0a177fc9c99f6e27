import { create } from 'zustand';

/** How a person likes the tool to be; kept in this browser. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  /** The window that is open in each dock; absent where the dock is folded. */
  readonly right: string | undefined;
  readonly bottom: string | undefined;
  readonly palette: boolean;
  readonly minimap: boolean;
  readonly rightWidth: number;
  readonly bottomHeight: number;
  readonly leftWidth: number;
}

const KEPT = 'spellmesh.preferences';
const USUAL: Preferences = {
  theme: 'system', right: 'playtest', bottom: undefined, palette: true, minimap: true,
  rightWidth: 360, bottomHeight: 220, leftWidth: 232,
};

export const usePreferences = create<Preferences>(() => ({ ...USUAL, ...kept() }));

usePreferences.subscribe((state) => localStorage.setItem(KEPT, JSON.stringify(state)));

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
}

/** Opens a window of a dock, or folds the dock if that window is the open one. */
export function toggleWindow(place: 'right' | 'bottom', id: string): void {
  usePreferences.setState((state) => ({ [place]: state[place] === id ? undefined : id }));
}

function kept(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}
