import { Ban, Check, CircleSlash, Clock, History, Loader, Pause, X, type LucideIcon } from 'lucide-react';
import type { NodeStatus } from '../run/plugins/overlay';
import type { RunStatus } from '../wire';

interface Look {
  readonly icon: LucideIcon;
  readonly word: string;
  readonly tone: string;
}

/** How a node or a run stands. */
export type Standing = NodeStatus | RunStatus | 'cached' | 'bypassed' | 'disabled';

const LOOKS: { readonly [S in Standing]: Look } = {
  running: { icon: Loader, word: 'running', tone: 'running' },
  waiting: { icon: Clock, word: 'waiting', tone: 'waiting' },
  done: { icon: Check, word: 'done', tone: 'done' },
  completed: { icon: Check, word: 'completed', tone: 'done' },
  failed: { icon: X, word: 'failed', tone: 'failed' },
  stopped: { icon: CircleSlash, word: 'stopped', tone: 'muted' },
  cancelled: { icon: CircleSlash, word: 'stopped', tone: 'muted' },
  cached: { icon: History, word: 'cached', tone: 'cached' },
  bypassed: { icon: Ban, word: 'bypassed', tone: 'muted' },
  disabled: { icon: Ban, word: 'disabled', tone: 'muted' },
  interrupted: { icon: Pause, word: 'interrupted', tone: 'waiting' },
};

/** A status by colour, picture and word, so that none of them is needed alone. */
export function Status({ of, wordless = false }: { of: Standing; wordless?: boolean }) {
  const { icon: Icon, word, tone } = LOOKS[of];
  return (
    <span className={`status ${tone}`}>
      <Icon size={14} strokeWidth={2.5} aria-hidden className={of === 'running' ? 'spin' : ''} />
      <span className={wordless ? 'hidden' : ''}>{word}</span>
    </span>
  );
}

export function wordOf(status: Standing): string {
  return LOOKS[status].word;
}
