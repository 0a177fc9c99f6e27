import { create } from 'zustand';
import { stepOut, useInside } from './inside';

interface SelectionState {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  /** A node to bring into view; each wish is an object of its own. */
  readonly wanted: { readonly node: string } | undefined;
}

/** What is selected on the canvas that is shown. */
export const useSelection = create<SelectionState>(() => ({ nodes: [], edges: [], wanted: undefined }));

/**
 * Selects a node and brings it into view.
 *
 * @param place a node's place in a run; of one in a sub-spell that is not drawn, the Spell node around it is meant
 */
export function showNode(place: string): void {
  const prefix = useInside.getState().path.at(-1)?.prefix ?? '';
  if (!place.startsWith(prefix)) {
    stepOut(0);
  }
  const inner = place.startsWith(prefix) ? place.slice(prefix.length) : place;
  useSelection.setState({ wanted: { node: inner.split('/')[0] ?? inner } });
}
