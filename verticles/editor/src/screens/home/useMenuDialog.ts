import { useRef, useState } from 'react';

interface MenuDialog<K> {
  /** What is asked now. */
  readonly asked: K | undefined;
  readonly ask: (what: K | undefined) => void;
  /** Asks once the menu is closed, so that its button gets the focus back from what is asked. */
  readonly askAfter: (what: K) => void;
  readonly onMenuClosed: () => void;
}

/** Dialogs that the items of a menu open. */
export function useMenuDialog<K>(): MenuDialog<K> {
  const [asked, ask] = useState<K | undefined>();
  const next = useRef<K | undefined>(undefined);
  return {
    asked,
    ask,
    askAfter: (what) => {
      next.current = what;
    },
    onMenuClosed: () => {
      ask(next.current);
      next.current = undefined;
    },
  };
}
