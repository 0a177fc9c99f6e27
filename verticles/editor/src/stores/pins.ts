import { create } from 'zustand';
import type { JsonObject } from '../json';

type Pins = { readonly [place: string]: JsonObject };

/** Outputs that stand for a node's work in the runs of this page, by spell and by the node's place in it. */
export const usePins = create<{ readonly pins: { readonly [spell: string]: Pins } }>(() => ({ pins: {} }));

export function pinsOf(spell: string): Pins {
  return usePins.getState().pins[spell] ?? {};
}

export function pin(spell: string, place: string, outputs: JsonObject): void {
  usePins.setState(({ pins }) => ({ pins: { ...pins, [spell]: { ...pins[spell], [place]: outputs } } }));
}

export function unpin(spell: string, place: string): void {
  usePins.setState(({ pins }) => ({
    pins: { ...pins, [spell]: Object.fromEntries(Object.entries(pins[spell] ?? {}).filter(([other]) => other !== place)) },
  }));
}
