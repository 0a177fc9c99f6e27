import { create } from 'zustand';
import type { Json } from '../json';

/** Outputs that are to stand for a node's work, by its id; kept with nothing, for they are a try-out of this page. */
interface PinsState {
  readonly pins: { readonly [node: string]: { readonly [key: string]: Json } };
}

export const usePins = create<PinsState>(() => ({ pins: {} }));

export function pin(node: string, outputs: { readonly [key: string]: Json }): void {
  usePins.setState(({ pins }) => ({ pins: { ...pins, [node]: outputs } }));
}

export function unpin(node: string): void {
  usePins.setState(({ pins }) => ({ pins: Object.fromEntries(Object.entries(pins).filter(([other]) => other !== node)) }));
}
