import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useLayout } from '../stores/windows';
import { focusTab, movesOf, RESET } from './moves';
import { keyShown } from './WindowTab';

/** The same as the menu at a tab, for the window in front, where everybody finds it. */
export function PlaceMenu({ id, title }: { id: string; title: string }) {
  const layout = useLayout();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button plain icon small" aria-label={`Place of ${title}`}><Ellipsis size={16} aria-hidden /></DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8} onCloseAutoFocus={(event) => { event.preventDefault(); focusTab(id); }}>
          {movesOf(layout, id).map(({ does, key, act }) => (
            <DropdownMenu.Item key={does} className="menu-item" onSelect={act}>{does}{key !== undefined && <kbd>{keyShown(key)}</kbd>}</DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Item className="menu-item" onSelect={RESET.act}>{RESET.does}</DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
