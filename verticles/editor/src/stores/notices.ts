import { create } from 'zustand';
import { messageOf } from '../bridge/failures';

export interface Notice {
  readonly id: number;
  readonly tone: 'plain' | 'trouble';
  readonly text: string;
  readonly action?: { readonly label: string; readonly do: () => void };
}

const LIFE_MS = 6_000;
let made = 0;

/** What has to be said and belongs to no place on the screen. */
export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

export function tell(text: string, action?: Notice['action']): void {
  add({ id: ++made, tone: 'plain', text, ...(action ? { action } : {}) });
}

/** For the failure handler of what a person asked for. */
export function complain(error: unknown): void {
  add({ id: ++made, tone: 'trouble', text: messageOf(error) });
}

export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((one) => one.id !== id) }));
}

function add(notice: Notice): void {
  useNotices.setState(({ notices }) => ({ notices: [...notices.slice(-3), notice] }));
  setTimeout(() => dismiss(notice.id), notice.tone === 'trouble' ? LIFE_MS * 2 : LIFE_MS);
}
