import { useEffect, useState } from 'react';
import { BeginChoices, ExampleChoices, PlaceChoices, SpellChoices } from '../palette/choices';
import { PaletteDialog } from '../palette/PaletteDialog';

/** Anything that can be gone to or begun from outside of a spell. */
export function HomePalette({ onClose }: { onClose: () => void }) {
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <PaletteDialog onClose={onClose}>
      <BeginChoices then={then} />
      <SpellChoices then={then} />
      <PlaceChoices then={then} />
      <ExampleChoices then={then} />
    </PaletteDialog>
  );
}

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
