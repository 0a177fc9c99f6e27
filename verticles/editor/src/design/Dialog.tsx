import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useFocusBack } from './focus';

interface Props {
  readonly title: string;
  readonly about?: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Stands before everything until it is answered or closed. */
export function Dialog({ title, about, wide, onClose, children }: Props) {
  const giveBack = useFocusBack();
  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content onCloseAutoFocus={giveBack} className={wide ? 'dialog wide' : 'dialog'} {...(about === undefined ? { 'aria-describedby': undefined } : {})}>
          <Radix.Title asChild><h2>{title}</h2></Radix.Title>
          {about !== undefined && <Radix.Description className="muted">{about}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
