/* Where windows are: a plain value, and what people do with it. No window is ever lost, and none is in two places. */

export type Side = 'right' | 'bottom';
export const SIDES: readonly Side[] = ['right', 'bottom'];

/** Windows behind each other, by their ids in the order of their tabs. */
export interface Stack {
  readonly windows: readonly string[];
  /** The one that is in front. */
  readonly open: string;
  /** How much of the dock it takes, beside the weights of the others. */
  readonly weight: number;
}

/** One side of the canvas. At the side its stacks are one above the other, below they are side by side. */
export interface DockLayout {
  readonly isFolded: boolean;
  readonly stacks: readonly Stack[];
}

export interface Layout {
  readonly right: DockLayout;
  readonly bottom: DockLayout;
  /** The window that somebody opened last. */
  readonly front: string;
}

/** A window, and the dock it is in until somebody moves it. */
export interface Home {
  readonly id: string;
  readonly place: Side;
  /** Whether it is in front there. */
  readonly isFirst?: boolean;
}

/** Where a window is to go. */
export type Goal =
  /** The last stack of a dock. */
  | { readonly to: Side }
  /** The row of tabs that another one is in. */
  | { readonly beside: string; readonly at: 'before' | 'after' | 'end' }
  /** A stack of its own, next to the one that another window is in. */
  | { readonly split: string; readonly at: 'before' | 'after' };

export interface Spot {
  readonly side: Side;
  readonly stack: number;
}

/** More of them beside each other are slivers. */
export const MOST_STACKS = 3;

export const other = (side: Side): Side => side === 'right' ? 'bottom' : 'right';

/** As it is when nobody has moved anything. */
export function usual(homes: readonly Home[]): Layout {
  const dock = (side: Side, isFolded: boolean): DockLayout => {
    const own = homes.filter(({ place }) => place === side);
    const first = own.find(({ isFirst }) => isFirst) ?? own[0];
    return { isFolded, stacks: first ? [{ windows: own.map(({ id }) => id), open: first.id, weight: 1 }] : [] };
  };
  const right = dock('right', false);
  return { right, bottom: dock('bottom', true), front: right.stacks[0]?.open ?? '' };
}

export function whereIs(layout: Layout, id: string): Spot | undefined {
  for (const side of SIDES) {
    const stack = layout[side].stacks.findIndex(({ windows }) => windows.includes(id));
    if (stack >= 0) {
      return { side, stack };
    }
  }
  return undefined;
}

export function isShown(layout: Layout, id: string): boolean {
  const spot = whereIs(layout, id);
  return spot !== undefined && !layout[spot.side].isFolded && layout[spot.side].stacks[spot.stack]?.open === id;
}

/** Brings a window to the front, wherever it is. */
export function open(layout: Layout, id: string): Layout {
  const spot = whereIs(layout, id);
  if (!spot) {
    return layout;
  }
  const { stacks } = layout[spot.side];
  return { ...layout, front: id, [spot.side]: { isFolded: false, stacks: stacks.map((stack, at) => at === spot.stack ? { ...stack, open: id } : stack) } };
}

export function fold(layout: Layout, side: Side, isFolded: boolean): Layout {
  return { ...layout, [side]: { ...layout[side], isFolded } };
}

/** Moves a window, and opens it there. Where it cannot go, all stays as it is. */
export function move(layout: Layout, id: string, goal: Goal): Layout {
  const spot = whereIs(layout, id);
  const target = 'to' in goal ? { side: goal.to, stack: layout[goal.to].stacks.length - 1 } : whereIs(layout, 'split' in goal ? goal.split : goal.beside);
  if (!spot || !target || ('beside' in goal && goal.beside === id && goal.at !== 'end') || ('split' in goal && !canSplit(layout, id, target))) {
    return layout;
  }
  const taken = mapStacks(layout, (stack) => ({ ...stack, windows: stack.windows.filter((one) => one !== id) }));
  const stacks = [...taken[target.side].stacks];
  const own: Stack = { windows: [id], open: id, weight: 1 };
  const there = stacks[target.stack];
  if (!there) {
    stacks.push(own);
  } else if ('split' in goal) {
    const half = there.weight / 2;
    stacks[target.stack] = { ...there, weight: half };
    stacks.splice(target.stack + (goal.at === 'after' ? 1 : 0), 0, { ...own, weight: half });
  } else {
    const at = 'to' in goal || goal.at === 'end' ? there.windows.length : there.windows.indexOf(goal.beside) + (goal.at === 'after' ? 1 : 0);
    stacks[target.stack] = { ...there, windows: there.windows.toSpliced(at, 0, id) };
  }
  return open(settled({ ...taken, [target.side]: { isFolded: false, stacks } }, layout), id);
}

/** Whether a window can have a stack of its own there. */
export function canSplit(layout: Layout, id: string, { side, stack }: Spot): boolean {
  const from = whereIs(layout, id);
  const isAlone = from !== undefined && layout[from.side].stacks[from.stack]?.windows.length === 1;
  const isSame = from?.side === side && from.stack === stack;
  return !(isSame && isAlone) && layout[side].stacks.length - (isAlone && from?.side === side ? 1 : 0) < MOST_STACKS;
}

/** Makes a stack and the one before it one again. */
export function join(layout: Layout, { side, stack }: Spot): Layout {
  const { stacks, isFolded } = layout[side];
  const [before, joined] = [stacks[stack - 1], stacks[stack]];
  return !before || !joined ? layout : {
    ...layout,
    [side]: {
      isFolded,
      stacks: stacks.toSpliced(stack - 1, 2, { ...before, windows: [...before.windows, ...joined.windows], weight: before.weight + joined.weight }),
    },
  };
}

/** @param share of what a stack and the one before it have together, which goes to it: 0 to 1 */
export function weigh(layout: Layout, { side, stack }: Spot, share: number): Layout {
  const { stacks } = layout[side];
  const both = (stacks[stack - 1]?.weight ?? 0) + (stacks[stack]?.weight ?? 0);
  const weightOf = (at: number, weight: number) => at === stack ? both * share : at === stack - 1 ? both * (1 - share) : weight;
  return { ...layout, [side]: { ...layout[side], stacks: stacks.map((one, at) => ({ ...one, weight: weightOf(at, one.weight) })) } };
}

/** All windows in one stack at the side, for a screen that has no room for more. */
export function asOne(layout: Layout): Layout {
  const windows = SIDES.flatMap((side) => layout[side].stacks.flatMap((stack) => stack.windows));
  const shown = windows.filter((id) => isShown(layout, id));
  const front = shown.includes(layout.front) ? layout.front : shown[0] ?? windows[0] ?? '';
  return {
    front, right: { isFolded: shown.length === 0, stacks: windows.length === 0 ? [] : [{ windows, open: front, weight: 1 }] },
    bottom: { isFolded: true, stacks: [] },
  };
}

function mapStacks(layout: Layout, change: (stack: Stack) => Stack): Layout {
  const mapped = (side: Side): DockLayout => ({ ...layout[side], stacks: layout[side].stacks.map(change) });
  return { ...layout, right: mapped('right'), bottom: mapped('bottom') };
}

/** Without empty stacks; where the window in front is gone, its neighbour is in front. */
function settled(layout: Layout, before: Layout): Layout {
  const dock = (side: Side): DockLayout => ({
    ...layout[side],
    stacks: layout[side].stacks.filter(({ windows }) => windows.length > 0).map((stack) => stack.windows.includes(stack.open) ? stack
      : { ...stack, open: neighbour(stack, before) }),
  });
  return { ...layout, right: dock('right'), bottom: dock('bottom') };
}

function neighbour({ windows, open: gone }: Stack, before: Layout): string {
  const spot = whereIs(before, gone);
  const at = spot ? before[spot.side].stacks[spot.stack]?.windows.indexOf(gone) ?? 0 : 0;
  return windows[Math.min(at, windows.length - 1)] ?? '';
}
