import { Activity, Clock, History, MessageCircle, PanelRight, SquareTerminal, type LucideIcon } from 'lucide-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

export interface WindowProps {
  /** The spell that is open. */
  readonly spell: string;
}

/** A window beside or under the canvas. A new one is a folder here and an entry in this list. */
export interface WindowEntry {
  readonly id: string;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly place: 'right' | 'bottom';
  readonly View: LazyExoticComponent<ComponentType<WindowProps>>;
}

export const WINDOWS: readonly WindowEntry[] = [
  { id: 'inspector', title: 'Inspector', icon: PanelRight, place: 'right', View: lazy(() => import('./inspector/Inspector')) },
  { id: 'playtest', title: 'Playtest', icon: MessageCircle, place: 'right', View: lazy(() => import('./playtest/Playtest')) },
  { id: 'runs', title: 'Runs', icon: Activity, place: 'right', View: lazy(() => import('./runs/Runs')) },
  { id: 'versions', title: 'Versions', icon: History, place: 'right', View: lazy(() => import('./versions/Versions')) },
  { id: 'console', title: 'Console', icon: SquareTerminal, place: 'bottom', View: lazy(() => import('./console/Console')) },
  { id: 'timings', title: 'Timings', icon: Clock, place: 'bottom', View: lazy(() => import('./timings/Timings')) },
];
