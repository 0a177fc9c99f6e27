import { create } from 'zustand';
import { prefer } from './preferences';

/** Whether somebody wants to find something in the spell; the outline takes the wish, and has the field for it. */
export const useFinding = create<{ readonly isWanted: boolean }>(() => ({ isWanted: false }));

export function find(): void {
  prefer({ right: 'outline' });
  useFinding.setState({ isWanted: true });
}
