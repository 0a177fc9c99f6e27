import {
  Activity, Blocks, Clock, Coins, Database, FileText, History, ListTodo, ListTree, MessageCircle, MessagesSquare, PanelRight, SquareTerminal, TextCursorInput, type LucideIcon,
} from 'lucide-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Home } from './layout';

export interface WindowProps {
  /** The spell that is open. */
  readonly spell: string;
}

/** A window beside or under the canvas. A new one is a folder here and an entry in this list. */
export interface WindowEntry extends Home {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly View: LazyExoticComponent<ComponentType<WindowProps>>;
}

export const WINDOWS: readonly WindowEntry[] = [
  { id: 'inspector', title: 'Inspector', icon: PanelRight, place: 'right', View: lazy(() => import('./inspector/Inspector')) },
  { id: 'outline', title: 'Outline', icon: ListTree, place: 'right', View: lazy(() => import('./outline/Outline')) },
  { id: 'playtest', title: 'Playtest', icon: MessageCircle, place: 'right', isFirst: true, View: lazy(() => import('./playtest/Playtest')) },
  { id: 'runs', title: 'Runs', icon: Activity, place: 'right', View: lazy(() => import('./runs/Runs')) },
  { id: 'versions', title: 'Versions', icon: History, place: 'right', View: lazy(() => import('./versions/Versions')) },
  { id: 'documents', title: 'Documents', icon: FileText, place: 'right', View: lazy(() => import('./documents/Documents')) },
  { id: 'tasks', title: 'Tasks', icon: ListTodo, place: 'right', View: lazy(() => import('./tasks/Tasks')) },
  { id: 'console', title: 'Console', icon: SquareTerminal, place: 'bottom', View: lazy(() => import('./console/Console')) },
  { id: 'text', title: 'Text', icon: TextCursorInput, place: 'bottom', View: lazy(() => import('./text/Text')) },
  { id: 'timings', title: 'Timings', icon: Clock, place: 'bottom', View: lazy(() => import('./timings/Timings')) },
  { id: 'events', title: 'Events', icon: MessagesSquare, place: 'bottom', View: lazy(() => import('./events/Events')) },
  { id: 'requests', title: 'Requests', icon: Coins, place: 'bottom', View: lazy(() => import('./requests/Requests')) },
  { id: 'state', title: 'State', icon: Database, place: 'bottom', View: lazy(() => import('./state/State')) },
  { id: 'services', title: 'Services', icon: Blocks, place: 'bottom', View: lazy(() => import('./services/Services')) },
];

export function windowOf(id: string): WindowEntry | undefined {
  return WINDOWS.find((entry) => entry.id === id);
}
