import { useStore, type ReactFlowState } from '@xyflow/react';

/** How much of a node can be made out: all of it, its title and status, or its colour. */
export type Closeness = 'near' | 'far' | 'tiny';

/** Below these zooms. */
const FAR = 0.55;
const TINY = 0.25;

export function useCloseness(): Closeness {
  return useStore(closenessOf);
}

function closenessOf({ transform: [, , zoom] }: ReactFlowState): Closeness {
  return zoom < TINY ? 'tiny' : zoom < FAR ? 'far' : 'near';
}
