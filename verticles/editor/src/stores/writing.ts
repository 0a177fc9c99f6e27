import { create } from 'zustand';
import { openWindow } from './windows';

/** Which of a node's texts is written in the window for that, by the key of its control. */
export const useWriting = create<{ readonly key: string | undefined }>(() => ({ key: undefined }));

/** Opens the window with one of the selected node's texts in it. */
export function write(key: string): void {
  useWriting.setState({ key });
  openWindow('text');
}
