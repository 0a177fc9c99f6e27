import type { Rect, Viewport } from '@xyflow/react';

const key = (spell: string): string => `spellmesh.viewport.${spell}`;

/** Where this browser last looked at a spell. */
export function viewportOf(spell: string): Viewport | undefined {
  const text = localStorage.getItem(key(spell));
  return text === null ? undefined : JSON.parse(text) as Viewport;
}

export function keepViewport(spell: string, viewport: Viewport): void {
  localStorage.setItem(key(spell), JSON.stringify(viewport));
}

/** What stays free at each side, in px of the screen. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const MARGIN = 24;
const GAP = 12;

/** The margins in which no node lies under what floats over the canvas. */
export function marginsOf(canvas: Element): Margins {
  const box = canvas.getBoundingClientRect();
  const [trail] = [...canvas.parentElement?.querySelectorAll('.breadcrumbs') ?? []].map((each) => each.getBoundingClientRect());
  const below = [...canvas.querySelectorAll('.canvas-tools, .react-flow__minimap')].map((each) => each.getBoundingClientRect())
    .filter(({ height }) => height > 0).map(({ top }) => box.bottom - top + GAP);
  return { top: trail ? trail.bottom - box.top + GAP : MARGIN, right: MARGIN, bottom: Math.max(MARGIN, ...below), left: MARGIN };
}

/** The same, as React Flow has it. */
export function paddingOf(canvas: Element | null): { [side in keyof Margins]: `${number}px` } | undefined {
  if (canvas === null) {
    return undefined;
  }
  const { top, right, bottom, left } = marginsOf(canvas);
  return { top: `${top}px`, right: `${right}px`, bottom: `${bottom}px`, left: `${left}px` };
}

const CLOSEST = 1.1;
/** On a canvas as wide as this a node stands as large as on paper; on a wider one it may grow with it. */
const USUAL_WIDTH = 1_200;
const LARGEST = 1.5;
/** Below this the names of sockets can hardly be read. */
const FARTHEST = 0.8;

/**
 * How a spell is first looked at: all of it where that is legible, else from where a run of it begins.
 *
 * @param bounds of the whole drawing
 * @param begin the node by which a run comes in
 */
export function firstViewport(bounds: Rect, begin: Rect, size: { readonly width: number; readonly height: number }, margins: Margins): Viewport {
  const room = { width: size.width - margins.left - margins.right, height: size.height - margins.top - margins.bottom };
  const closest = Math.min(LARGEST, CLOSEST * Math.max(1, room.width / USUAL_WIDTH));
  const zoom = Math.min(closest, Math.max(FARTHEST, Math.min(room.width / bounds.width, room.height / bounds.height)));
  const across = margins.left - placed(bounds.x * zoom, bounds.width * zoom, room.width, begin.x * zoom);
  const middle = (begin.y + begin.height / 2) * zoom - room.height / 2;
  return { zoom, x: across, y: margins.top - placed(bounds.y * zoom, bounds.height * zoom, room.height, middle) };
}

/** Where the room begins: all of the drawing in its middle, or as near to what is wanted as leaves none of it empty. */
function placed(start: number, length: number, room: number, wanted: number): number {
  return length <= room ? start - (room - length) / 2 : Math.min(Math.max(wanted, start), start + length - room);
}
