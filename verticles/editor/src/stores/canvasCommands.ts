import type { Graph } from '../spell/graph';
import type { Point } from '../spell/edit';

/** What the canvas on the screen can be told to do; whoever draws one puts itself here. */
export interface CanvasCommands {
  fit(): void;
  zoom(by: 'in' | 'out' | 'whole'): void;
  tidy(): void;
  /** The middle of what is seen, in the graph's own measures. */
  middle(): Point;
  select(ids: ReadonlySet<string>): void;
  /** Opens the list of node types where the next node goes. */
  addNode(): void;
  walk(way: 'left' | 'right' | 'up' | 'down', extend: boolean): void;
}

let current: CanvasCommands | undefined;

export function useAsCanvas(commands: CanvasCommands | undefined): void {
  current = commands;
}

export const canvas = (): CanvasCommands | undefined => current;

/** Nodes whose positions are known before a layout. */
export type Layout = (graph: Graph, ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, Point>>;
