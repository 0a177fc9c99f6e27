import { useEffect, useState } from 'react';

/** Whether the palette is open: Ctrl+K opens it, unless something else asks a question. */
export function usePaletteKey(): readonly [boolean, (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && document.querySelector('[role="dialog"]') === null) {
        event.preventDefault();
        setOpen(true);
      }
    };
    addEventListener('keydown', down);
    return () => removeEventListener('keydown', down);
  }, []);
  return [isOpen, setOpen];
}
