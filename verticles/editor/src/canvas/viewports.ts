import type { Viewport } from '@xyflow/react';

const key = (spell: string): string => `spellmesh.viewport.${spell}`;

/** Where this browser last looked at a spell. */
export function viewportOf(spell: string): Viewport | undefined {
  const text = localStorage.getItem(key(spell));
  return text === null ? undefined : JSON.parse(text) as Viewport;
}

export function keepViewport(spell: string, viewport: Viewport): void {
  localStorage.setItem(key(spell), JSON.stringify(viewport));
}
