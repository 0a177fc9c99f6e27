import { Combine, X } from 'lucide-react';
import { Suspense, useEffect, useRef, type KeyboardEvent } from 'react';
import { IconButton } from '../design/IconButton';
import { keepFocus } from '../design/focus';
import { Splitter } from '../design/Splitter';
import { foldDock, joinStacks, openWindow, useLayout, useNarrow, weighStack } from '../stores/windows';
import { DropZone } from './DropZone';
import { canSplit, whereIs, type DockLayout, type Spot, type Stack } from './layout';
import { focusTab, movesOf, tabOf } from './moves';
import { PlaceMenu } from './PlaceMenu';
import { windowOf, type WindowProps } from './registry';
import { besides } from './tabs';
import { WindowTab } from './WindowTab';

interface Props extends WindowProps {
  readonly spot: Spot;
  readonly of: DockLayout;
  readonly stack: Stack;
  readonly dragged: string | undefined;
}

/** In percent of what two stacks have together. */
const LEAST = 15;

/** A row of tabs, and the window in front. */
export function StackView({ spot, of: { stacks }, stack, spell, dragged }: Props) {
  const { side } = spot;
  const layout = useLayout();
  const isNarrow = useNarrow();
  const here = useRef<HTMLElement>(null);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => showTab(row.current, stack.open), [stack.open]);
  const entries = stack.windows.flatMap((id) => windowOf(id) ?? []);
  const open = windowOf(stack.open);
  if (!open) {
    return null;
  }
  const panel = `panel-${open.id}`;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const move = event.altKey && !isNarrow ? movesOf(layout, open.id).find(({ key }) => key === `Alt+${event.key}`) : undefined;
    const to = event.altKey ? undefined : besides(entries, entries.indexOf(open), event.key);
    if (move || to || (event.altKey && event.key.startsWith('Arrow'))) {
      event.preventDefault();
      move?.act();
      if (to) {
        openWindow(to.id);
      }
      focusTab((to ?? open).id);
    }
  };
  const weights = (stacks[spot.stack - 1]?.weight ?? 0) + stack.weight;
  const isAcross = side === 'bottom';
  const isOwn = dragged !== undefined && stack.windows.includes(dragged);
  return (
    <section ref={here} className="stack" aria-label={open.title} style={{ flexGrow: stack.weight }}>
      {spot.stack > 0 && (
        <Splitter
          side={isAcross ? 'left' : 'top'} size={Math.round(stack.weight / weights * 100)} least={LEAST} most={100 - LEAST}
          pixels={() => pixelsOf(here.current, isAcross) / 100} onSize={(percent) => weighStack(spot, percent / 100)}
        />
      )}
      <header className="dock-head">
        <div ref={row} role="tablist" aria-label={`${side === 'right' ? 'Windows at the side' : 'Windows below'}${spot.stack > 0 ? `, part ${spot.stack + 1}` : ''}`} className="dock-tabs" onKeyDown={onKeyDown}>
          {entries.map((entry) => <WindowTab key={entry.id} entry={entry} isOpen={entry.id === open.id} panel={panel} />)}
        </div>
        {!isNarrow && <PlaceMenu id={open.id} title={open.title} />}
        {spot.stack > 0
          ? <IconButton icon={Combine} label={isAcross ? 'Join with the part on the left' : 'Join with the part above'} className="plain small" onClick={() => { joinStacks(spot); keepFocus(); }} />
          : <IconButton icon={X} label="Fold away" className="plain small" onClick={() => { foldDock(side); keepFocus(); }} />}
      </header>
      <div className="dock-body" role="tabpanel" id={panel} aria-labelledby={tabOf(open.id)}>
        <Suspense fallback={<p className="empty">One moment</p>}><open.View key={open.id} spell={spell} /></Suspense>
      </div>
      {dragged !== undefined && whereIs(layout, dragged) && (
        <div className="drop-zones">
          {!isOwn && <DropZone text="Move here" goal={{ beside: open.id, at: 'end' }} />}
          {canSplit(layout, dragged, spot) && <DropZone text={isAcross ? 'Open beside' : 'Open under'} className="split" goal={{ split: open.id, at: 'after' }} />}
        </div>
      )}
    </section>
  );
}

/** In a row that is longer than there is room. scrollIntoView would have the next Tab go on from there. */
function showTab(row: HTMLElement | null, id: string): void {
  const tab = document.getElementById(tabOf(id));
  if (row && tab && row.contains(tab)) {
    const [{ left, right }, own] = [row.getBoundingClientRect(), tab.getBoundingClientRect()];
    row.scrollLeft += Math.min(0, own.left - left) + Math.max(0, own.right - right);
  }
}

/** How long a stack and the one before it are together. */
function pixelsOf(stack: HTMLElement | null, isAcross: boolean): number {
  const before = stack?.previousElementSibling;
  const [a, b] = [before?.getBoundingClientRect(), stack?.getBoundingClientRect()];
  return isAcross ? (a?.width ?? 0) + (b?.width ?? 0) : (a?.height ?? 0) + (b?.height ?? 0);
}
