import { Tooltip } from 'radix-ui';
import type { ReactElement } from 'react';

/** What a control without words does, on hover and on focus. */
export function Tip({ text, keys, children }: { text: string; keys?: string; children: ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tip" sideOffset={6} collisionPadding={8}>
          {text}{keys ? ` (${keys})` : ''}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
