import { create } from 'zustand';

/** How a person likes the tool to be; kept in this browser. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly motion: 'system' | 'reduced';
  /** The window that is open in each dock; absent where the dock is folded. */
  readonly right: string | undefined;
  readonly bottom: string | undefined;
  /** What was open in a dock before it was folded. */
  readonly last: { readonly right?: string; readonly bottom?: string };
  readonly palette: boolean;
  readonly minimap: boolean;
  readonly rightWidth: number;
  readonly bottomHeight: number;
  readonly leftWidth: number;
}

const KEPT = 'spellmesh.preferences';
const USUAL: Preferences = {
  theme: 'system', motion: 'system', right: 'playtest', bottom: undefined, last: {}, palette: true, minimap: true,
  rightWidth: 360, bottomHeight: 260, leftWidth: 232,
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

/** Folds a dock away, or opens it with the window that was in it last. */
export function toggleDock(place: 'right' | 'bottom', usual: string): void {
  usePreferences.setState((state) => {
    const open = state[place];
    return open === undefined ? { [place]: state.last[place] ?? usual } : { [place]: undefined, last: { ...state.last, [place]: open } };
  });
}

function kept(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}
