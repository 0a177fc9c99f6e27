import { useState, type DragEvent } from 'react';

/** Takes files that are dropped on one element, before the page takes them for spells. */
export function useTextDrop(take: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (event.dataTransfer.types.includes('Files')) {
          event.preventDefault();
          event.stopPropagation();
          setOver(true);
        }
      },
      onDragLeave: (event: DragEvent) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) {
          setOver(false);
        }
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        if (event.dataTransfer.files.length > 0) {
          event.preventDefault();
          event.stopPropagation();
          take([...event.dataTransfer.files]);
        }
      },
    },
  };
}
