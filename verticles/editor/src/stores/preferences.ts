import { create } from 'zustand';
import { isObject, type Json } from '../json';
import type { Layout } from '../windows/layout';
import { WINDOWS } from '../windows/registry';
import { storedLayout } from '../windows/storedLayout';

/** How a person likes the tool to be; kept in this browser. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly motion: 'system' | 'reduced';
  readonly layout: Layout;
  readonly palette: boolean;
  readonly minimap: boolean;
  readonly rightWidth: number;
  readonly bottomHeight: number;
  readonly leftWidth: number;
}

const KEPT = 'spellmesh.preferences';
const USUAL: Omit<Preferences, 'layout'> = {
  theme: 'system', motion: 'system', palette: true, minimap: true, rightWidth: 360, bottomHeight: 260, leftWidth: 232,
};

export const usePreferences = create<Preferences>(() => {
  const kept = read();
  return { ...USUAL, ...kept, layout: storedLayout(kept['layout'], WINDOWS) };
});

usePreferences.subscribe((state) => localStorage.setItem(KEPT, JSON.stringify(state)));

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
}

function read(): { readonly [name: string]: Json | undefined } {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Json;
    return isObject(kept) ? kept : {};
  } catch {
    return {};
  }
}
