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

const CLOSEST = 1.1;
/** Below this a node can hardly be read. */
const FARTHEST = 0.6;
const MARGIN = 48;

/** How a spell is first looked at: all of it where that is legible, else from its left, where it begins. */
export function firstViewport(bounds: Rect, width: number, height: number): Viewport {
  const fitting = Math.min((width - 2 * MARGIN) / bounds.width, (height - 2 * MARGIN) / bounds.height);
  const zoom = Math.min(CLOSEST, Math.max(FARTHEST, fitting));
  const spaceX = width - bounds.width * zoom;
  const spaceY = height - bounds.height * zoom;
  return {
    zoom,
    x: (spaceX > 2 * MARGIN ? spaceX / 2 : MARGIN) - bounds.x * zoom,
    y: (spaceY > 2 * MARGIN ? spaceY / 2 : MARGIN) - bounds.y * zoom,
  };
}
