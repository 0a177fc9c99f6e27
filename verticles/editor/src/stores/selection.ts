import { create } from 'zustand';

interface SelectionState {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  /** A node to bring into view; each wish is an object of its own. */
  readonly wanted: { readonly node: string } | undefined;
}

/** What is selected on the canvas that is shown. */
export const useSelection = create<SelectionState>(() => ({ nodes: [], edges: [], wanted: undefined }));

/** Selects a node and brings it into view. @param place a node's place in a run: of a sub-spell, the Spell node is meant */
export function showNode(place: string): void {
  useSelection.setState({ wanted: { node: place.split('/')[0] ?? place } });
}
