import { AudioLines, Bot, Gauge, Globe, Network, type LucideIcon } from 'lucide-react';

/** A service that has no window of its own yet. When it gets one, it leaves this list for the registry. */
export interface ServiceEntry {
  readonly title: string;
  readonly icon: LucideIcon;
  /** How its paths begin. */
  readonly path: string;
  /** What its window is for. */
  readonly about: string;
}

export const SERVICES: readonly ServiceEntry[] = [
  { title: 'Agents', icon: Bot, path: '/api/agents', about: 'Spells that are kept running: on and off, their schedules and connectors, and what they did last.' },
  { title: 'Entities', icon: Network, path: '/api/entities', about: 'The people, things and agents that events speak of, with what is known of them and how they belong together.' },
  { title: 'Speed', icon: Gauge, path: '/api/speed', about: 'How fast runs, nodes and vendors answer, by percentile and over time.' },
  { title: 'Speech', icon: AudioLines, path: '/api/speech', about: 'Voices to hear an answer spoken, and texts of what was said.' },
  { title: 'Search', icon: Globe, path: '/api/search', about: 'One search over the web, your documents and your events.' },
];
