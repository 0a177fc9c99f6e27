import { Check, CircleDashed, CircleSlash, type LucideIcon } from 'lucide-react';
import type { TasksStatus } from '../../wire';

const LOOKS: { readonly [S in TasksStatus]: readonly [LucideIcon, string] } = {
  active: [CircleDashed, 'running'], completed: [Check, 'done'], cancelled: [CircleSlash, 'muted'],
};

/** Where a task stands, by picture, colour and word. */
export function TaskStanding({ of }: { of: TasksStatus }) {
  const [Icon, tone] = LOOKS[of];
  return <span className={`status ${tone}`}><Icon size={14} strokeWidth={2.5} aria-hidden />{of}</span>;
}
