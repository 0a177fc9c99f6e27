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
