import { create } from 'zustand';

/** The window whose tab is being dragged. */
export const useDragged = create<{ readonly id: string | undefined }>(() => ({ id: undefined }));

const KIND = 'application/x-spellmesh-window';

export function beginDrag(event: React.DragEvent, id: string): void {
  event.dataTransfer.setData(KIND, id);
  event.dataTransfer.effectAllowed = 'move';
  // A page that changes at once under what is dragged ends the dragging.
  setTimeout(() => useDragged.setState({ id }));
}

export function endDrag(): void {
  setTimeout(() => useDragged.setState({ id: undefined }));
}

export function takesWindow(event: React.DragEvent): boolean {
  const takes = event.dataTransfer.types.includes(KIND);
  if (takes) {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
  }
  return takes;
}

/** The window that was dropped; none if something else was. */
export function droppedWindow(event: React.DragEvent): string | undefined {
  const id = event.dataTransfer.getData(KIND);
  if (id === '') {
    return undefined;
  }
  event.preventDefault();
  event.stopPropagation();
  endDrag();
  return id;
}
