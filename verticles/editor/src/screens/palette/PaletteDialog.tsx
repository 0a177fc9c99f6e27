import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useFocusBack } from '../../design/focus';
import { fits } from './valued';

/** A list that is found in by typing, before everything else. */
export function PaletteDialog({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const giveBack = useFocusBack();
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content onCloseAutoFocus={giveBack} className="dialog commands" aria-describedby={undefined}>
          <Dialog.Title className="hidden">Commands</Dialog.Title>
          <Command label="Commands" loop filter={fits}>
            <Command.Input autoFocus className="input search" placeholder="Do, find or go to anything" />
            <Command.List className="choices">
              <Command.Empty className="empty">Nothing is called that.</Command.Empty>
              {children}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
