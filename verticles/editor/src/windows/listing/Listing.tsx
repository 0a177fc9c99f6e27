import { CircleAlert, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import './listing.css';
import { sentence } from '../../design/sentence';
import type { Pages } from './usePages';

interface Props<P> {
  readonly of: Pages<P>;
  /** The service that lists it, where a server may be without. */
  readonly service?: string;
  readonly isEmpty: boolean;
  /** What is said where there is nothing: what will be here, and the first step. */
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** A list with all that it can be: asked for, there, empty, or not to be had. */
export function Listing<P>({ of: { standing, trouble, isAbsent, again, more }, service, isEmpty, empty, children }: Props<P>) {
  if (isAbsent && service !== undefined) {
    return <div className="empty"><strong>Not on this server</strong>The {service} service is not among those it runs. Whoever runs the server can add it.</div>;
  }
  return (
    <div className="listing" aria-busy={standing === 'loading'}>
      {standing === 'failed' && <Trouble text={trouble ?? ''} again={again} />}
      {!isEmpty && children}
      {isEmpty && standing === 'loading' && <p className="empty listing-waits"><LoaderCircle size={16} className="spin" aria-hidden />Asking the server</p>}
      {isEmpty && standing === 'there' && <div className="empty">{empty}</div>}
      {more && !isEmpty && <button type="button" className="button small listing-more" disabled={standing === 'loading'} onClick={more}>More</button>}
    </div>
  );
}

export function Trouble({ text, what = 'This', again }: { text: string; what?: string; again: () => void }) {
  return (
    <div className="listing-trouble" role="alert">
      <CircleAlert size={16} aria-hidden /><p><strong>{what} could not be read.</strong> {sentence(text)}</p>
      <button type="button" className="button small" onClick={again}>Try again</button>
    </div>
  );
}
