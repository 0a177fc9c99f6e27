import { ContextMenu } from 'radix-ui';
import { useState } from 'react';
import { Tip } from '../design/Tip';
import { moveWindow, openWindow, useLayout, useNarrow } from '../stores/windows';
import { beginDrag, droppedWindow, endDrag, takesWindow } from './dragged';
import { focusTab, movesOf, RESET, tabOf } from './moves';
import type { WindowEntry } from './registry';

/** The tab of a window: opens it, and is what it is moved by. */
export function WindowTab({ entry: { id, title, icon: Icon }, isOpen, panel }: { entry: WindowEntry; isOpen: boolean; panel: string }) {
  const layout = useLayout();
  const isNarrow = useNarrow();
  const [drop, setDrop] = useState<'before' | 'after' | undefined>();
  const sideOf = (event: React.DragEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return event.clientX < left + width / 2 ? 'before' : 'after';
  };
  return (
    <ContextMenu.Root modal={false}>
      <Tip text={title}>
        <ContextMenu.Trigger asChild disabled={isNarrow}>
          <button
            type="button" role="tab" id={tabOf(id)} aria-selected={isOpen} aria-label={title} tabIndex={isOpen ? 0 : -1} data-drop={drop}
            {...(isOpen ? { 'aria-controls': panel } : {})} className="dock-tab" onClick={() => openWindow(id)}
            draggable={!isNarrow} onDragStart={(event) => beginDrag(event, id)} onDragEnd={endDrag}
            onDragOver={(event) => takesWindow(event) && setDrop(sideOf(event))} onDragLeave={() => setDrop(undefined)}
            onDrop={(event) => {
              setDrop(undefined);
              const dropped = droppedWindow(event);
              if (dropped !== undefined) {
                moveWindow(dropped, { beside: id, at: sideOf(event) });
              }
            }}
          >
            <Icon size={15} aria-hidden />{isOpen && <span>{title}</span>}
          </button>
        </ContextMenu.Trigger>
      </Tip>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" aria-label={`Place of ${title}`} collisionPadding={8} onCloseAutoFocus={(event) => { event.preventDefault(); focusTab(id); }}>
          {movesOf(layout, id).map(({ does, key, act }) => (
            <ContextMenu.Item key={does} className="menu-item" onSelect={act}>{does}{key !== undefined && <kbd>{keyShown(key)}</kbd>}</ContextMenu.Item>
          ))}
          <ContextMenu.Separator className="menu-line" />
          <ContextMenu.Item className="menu-item" onSelect={RESET.act}>{RESET.does}</ContextMenu.Item>
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

const ARROWS: { readonly [key: string]: string } = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

export function keyShown(key: string): string {
  return key.replace(/Arrow\w+/, (arrow) => ARROWS[arrow] ?? arrow);
}
