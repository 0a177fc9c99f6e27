import { create } from 'zustand';
import { openWindow } from './windows';

/** Whether somebody wants to find something in the spell; the outline takes the wish, and has the field for it. */
export const useFinding = create<{ readonly isWanted: boolean }>(() => ({ isWanted: false }));

export function find(): void {
  openWindow('outline');
  useFinding.setState({ isWanted: true });
}
