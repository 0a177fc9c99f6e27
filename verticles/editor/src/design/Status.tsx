import { Check, CircleSlash, Clock, History, Loader, Pause, X, type LucideIcon } from 'lucide-react';
import type { NodeStatus } from '../run/plugins/overlay';
import type { RunStatus } from '../wire';

interface Look {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly tone: string;
}

const LOOKS: { readonly [S in NodeStatus | RunStatus]: Look } = {
  running: { icon: Loader, word: 'running', tone: 'running' },
  waiting: { icon: Clock, word: 'waiting', tone: 'waiting' },
  done: { icon: Check, word: 'done', tone: 'done' },
  cached: { icon: History, word: 'cached', tone: 'cached' },
  completed: { icon: Check, word: 'completed', tone: 'done' },
  failed: { icon: X, word: 'failed', tone: 'failed' },
  stopped: { icon: CircleSlash, word: 'stopped', tone: 'muted' },
  cancelled: { icon: CircleSlash, word: 'stopped', tone: 'muted' },
  interrupted: { icon: Pause, word: 'interrupted', tone: 'waiting' },
};

/** A status by colour, picture and word, so that none of them is needed alone. */
export function Status({ of, wordless = false }: { of: NodeStatus | RunStatus; wordless?: boolean }) {
  const { icon: Icon, word, tone } = LOOKS[of];
  return (
    <span className={`status ${tone}`}>
      <Icon size={14} strokeWidth={2.5} aria-hidden className={of === 'running' ? 'spin' : ''} />
      <span className={wordless ? 'hidden' : ''}>{word}</span>
    </span>
  );
}

export function wordOf(status: NodeStatus | RunStatus): string {
  return LOOKS[status].word;
}
