import { useCallback, useEffect, useRef, useState } from 'react';
import { Failure, messageOf } from '../../bridge/failures';

export interface Pages<P> {
  /** What has come so far; of what was asked before, until there is something newer. */
  readonly pages: readonly P[];
  readonly standing: 'loading' | 'there' | 'failed';
  readonly trouble: string | undefined;
  /** Whether there is nothing of the kind: the thing is gone, or the server does not have the service. */
  readonly isAbsent: boolean;
  /** Asks from the beginning. */
  readonly again: () => void;
  /** Asks for the next page, where there is one. */
  readonly more: (() => void) | undefined;
}

type State<P> = Pick<Pages<P>, 'pages' | 'standing' | 'trouble' | 'isAbsent'>;

/** What a server lists, page by page. Asks anew when `ask` is another function; an answer that came too late counts for nothing. */
export function usePages<P extends object>(ask: (after?: string) => Promise<P>): Pages<P> {
  const [state, setState] = useState<State<P>>({ pages: [], standing: 'loading', trouble: undefined, isAbsent: false });
  const newest = useRef(0);
  const load = useCallback((after?: string) => {
    const asked = ++newest.current;
    const settle = (change: (before: State<P>) => State<P>) => asked === newest.current && setState(change);
    setState((before) => ({ ...before, standing: 'loading' }));
    ask(after).then(
      (page) => settle(({ pages }) => ({ pages: after === undefined ? [page] : [...pages, page], standing: 'there', trouble: undefined, isAbsent: false })),
      (error: unknown) => settle(({ pages }) => ({
        pages, standing: 'failed', trouble: messageOf(error), isAbsent: error instanceof Failure && error.code === 'NOT_FOUND',
      })),
    );
  }, [ask]);
  useEffect(() => {
    load();
    return () => {
      newest.current++;
    };
  }, [load]);
  const again = useCallback(() => load(), [load]);
  const next = nextOf(state.pages.at(-1));
  return { ...state, again, more: next === undefined ? undefined : () => load(next) };
}

/** Where the list goes on; nowhere at its end, and where there are no pages. */
function nextOf(page: { readonly next?: string } | undefined): string | undefined {
  return page?.next;
}
