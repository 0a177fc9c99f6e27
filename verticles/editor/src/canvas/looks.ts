import {
  Bot, Box, Braces, Brain, CalendarClock, Code, Database, Dices, GitBranch, Globe, Hash, ImageIcon, List, LogIn, Repeat,
  Search, Timer, Type, User, Variable, Wallet, type LucideIcon,
} from 'lucide-react';

/** Pictures for the groups that come with the program; others have a plain one. */
const ICONS: { readonly [group: string]: LucideIcon } = {
  Chance: Dices, Code, Data: Braces, Embeddings: Brain, Ethereum: Wallet, Events: CalendarClock, 'Input and output': LogIn,
  Lists: List, Logic: GitBranch, Loops: Repeat, Memory: Database, Models: Bot, Numbers: Hash, People: User, Picture: ImageIcon,
  Sources: Timer, State: Database, Text: Type, Time: Timer, Variables: Variable, Web: Globe, Search,
};

export function iconOf(group: string | undefined): LucideIcon {
  return ICONS[group ?? ''] ?? Box;
}

/** A hue for each group, the same wherever it is drawn. */
export function hueOf(group: string | undefined): number {
  let sum = 7;
  for (const letter of group ?? '') {
    sum = (sum * 31 + letter.charCodeAt(0)) % 360;
  }
  return sum;
}

/** The variable that holds the colour of a socket's type. */
export function colourOf(socketType: string): string {
  const name = socketType.replace(/Socket$/, '');
  return KNOWN.has(name) ? `var(--t-${name})` : 'var(--t-any)';
}

const KNOWN = new Set(['trigger', 'string', 'number', 'boolean', 'array', 'object', 'event', 'embedding', 'document', 'image', 'audio']);
