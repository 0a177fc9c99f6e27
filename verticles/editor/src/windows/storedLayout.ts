import { isObject, type Json } from '../json';
import { MOST_STACKS, SIDES, usual, whereIs, type DockLayout, type Home, type Layout, type Side, type Stack } from './layout';

/**
 * The layout that was kept, whatever became of it meanwhile: windows that are no more are left out, and those that came
 * since are where they belong.
 */
export function storedLayout(kept: Json | undefined, homes: readonly Home[]): Layout {
  if (!isObject(kept) || !SIDES.every((side) => isObject(kept[side]))) {
    return usual(homes);
  }
  const known = new Set(homes.map(({ id }) => id));
  const docks = SIDES.map((side) => readDock(kept[side], known));
  const [right, bottom] = docks;
  const layout: Layout = { right: right ?? EMPTY, bottom: bottom ?? EMPTY, front: typeof kept['front'] === 'string' ? kept['front'] : '' };
  return homes.filter(({ id }) => !whereIs(layout, id)).reduce((made, home) => placed(made, home, homes), layout);
}

const EMPTY: DockLayout = { isFolded: true, stacks: [] };

/** @param left the windows that nobody has yet; those that are read are taken out */
function readDock(kept: Json | undefined, left: Set<string>): DockLayout {
  const saved = isObject(kept) && Array.isArray(kept['stacks']) ? kept['stacks'] as Json[] : [];
  const stacks = saved.flatMap((stack) => readStack(stack, left));
  return { isFolded: !isObject(kept) || kept['isFolded'] !== false, stacks: merged(stacks) };
}

function readStack(kept: Json, left: Set<string>): Stack[] {
  const saved = isObject(kept) && Array.isArray(kept['windows']) ? kept['windows'] as Json[] : [];
  const windows = saved.filter((id): id is string => typeof id === 'string' && left.delete(id));
  const [first] = windows;
  if (first === undefined || !isObject(kept)) {
    return [];
  }
  const { open, weight } = kept;
  return [{
    windows, open: typeof open === 'string' && windows.includes(open) ? open : first,
    weight: typeof weight === 'number' && Number.isFinite(weight) && weight > 0 ? weight : 1,
  }];
}

function merged(stacks: readonly Stack[]): readonly Stack[] {
  const last = stacks[MOST_STACKS - 1];
  return last === undefined ? stacks
    : [...stacks.slice(0, MOST_STACKS - 1), { ...last, windows: stacks.slice(MOST_STACKS - 1).flatMap(({ windows }) => windows) }];
}

/** Behind the window it comes after at home, where that has stayed in its dock; else in the first stack. */
function placed(layout: Layout, home: Home, homes: readonly Home[]): Layout {
  const side: Side = home.place;
  const { stacks, isFolded } = layout[side];
  const before = homes.slice(0, homes.indexOf(home)).findLast(({ id }) => whereIs(layout, id)?.side === side);
  const at = before ? whereIs(layout, before.id)?.stack ?? 0 : 0;
  const there = stacks[at];
  const stack: Stack = there
    ? { ...there, windows: there.windows.toSpliced(before ? there.windows.indexOf(before.id) + 1 : 0, 0, home.id) }
    : { windows: [home.id], open: home.id, weight: 1 };
  return { ...layout, [side]: { isFolded, stacks: stacks.toSpliced(at, 1, stack) } };
}
