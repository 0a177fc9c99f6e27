/** The tab to which a key leads from the one at `at`; around at the ends. Nothing for a key that is for no tab. */
export function besides<T>(tabs: readonly T[], at: number, key: string): T | undefined {
  switch (key) {
    case 'ArrowLeft': return tabs.at(at - 1);
    case 'ArrowRight': return tabs[(at + 1) % tabs.length];
    case 'Home': return tabs[0];
    case 'End': return tabs.at(-1);
    default: return undefined;
  }
}
