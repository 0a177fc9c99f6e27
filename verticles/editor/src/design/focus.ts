import { useState } from 'react';

/** Where what had the focus is gone, the canvas has it (else the page), so that the next Tab goes on from there. */
export function keepFocus(frames = 20): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      (document.getElementById('canvas') ?? document.querySelector<HTMLElement>('main'))?.focus();
    } else if (frames > 0) {
      // It may still be there, and about to go.
      keepFocus(frames - 1);
    }
  });
}

/** Gives the focus back to what had it when a dialog came, once that is closed. */
export function useFocusBack(): (event: Event) => void {
  const [before] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    focusAgain(before);
  };
}

export function focusAgain(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected) {
    before.focus();
  }
  keepFocus();
}
