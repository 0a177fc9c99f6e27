import { useState } from 'react';
import { moveWindow } from '../stores/windows';
import { droppedWindow, takesWindow } from './dragged';
import type { Goal } from './layout';

/** A place where a window that is dragged may be let go. It is there for the mouse; menus and keys do the same. */
export function DropZone({ text, goal, className = '' }: { text: string; goal: Goal; className?: string }) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      aria-hidden className={`drop-zone ${className} ${isOver ? 'over' : ''}`}
      onDragOver={(event) => takesWindow(event) && setOver(true)} onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const dropped = droppedWindow(event);
        if (dropped !== undefined) {
          moveWindow(dropped, goal);
        }
      }}
    >
      {text}
    </div>
  );
}
