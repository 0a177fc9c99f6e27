import { useMemo, useSyncExternalStore } from 'react';
import { asOne, fold, isShown, join, move, open, SIDES, usual, weigh, type Goal, type Layout, type Side, type Spot } from '../windows/layout';
import { WINDOWS } from '../windows/registry';
import { prefer, usePreferences } from './preferences';

/* What is done with windows, by key, by menu, by dragging and by the program alike. */

const phone = () => matchMedia('(max-width: 760px)');
const layout = (): Layout => usePreferences.getState().layout;
const change = (to: Layout): void => prefer({ layout: to });

/** The windows as they are drawn: on a phone all in one stack. */
export function useLayout(): Layout {
  const kept = usePreferences((state) => state.layout);
  const isNarrow = useNarrow();
  return useMemo(() => isNarrow ? asOne(kept) : kept, [kept, isNarrow]);
}

export function useNarrow(): boolean {
  return useSyncExternalStore((tell) => {
    const query = phone();
    query.addEventListener('change', tell);
    return () => query.removeEventListener('change', tell);
  }, () => phone().matches);
}

/** Brings a window to the front, wherever it is. */
export function openWindow(id: string): void {
  change(open(layout(), id));
}

/** Opens a window, or folds the dock it is in if it is in front there already. */
export function toggleWindow(id: string): void {
  const drawn = phone().matches ? asOne(layout()) : layout();
  const side = SIDES.find((one) => drawn[one].stacks.some(({ windows }) => windows.includes(id)));
  if (side !== undefined && isShown(drawn, id)) {
    foldDock(side);
  } else {
    openWindow(id);
  }
}

export function foldDock(side: Side): void {
  change(phone().matches ? SIDES.reduce((folded, one) => fold(folded, one, true), layout()) : fold(layout(), side, true));
}

export function toggleDock(side: Side): void {
  change(fold(layout(), side, !layout()[side].isFolded));
}

export function moveWindow(id: string, goal: Goal): void {
  change(move(layout(), id, goal));
}

export function joinStacks(spot: Spot): void {
  change(join(layout(), spot));
}

export function weighStack(spot: Spot, share: number): void {
  change(weigh(layout(), spot, share));
}

export function resetWindows(): void {
  change(usual(WINDOWS));
}
